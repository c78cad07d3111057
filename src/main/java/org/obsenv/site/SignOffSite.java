package org.obsenv.site;

import java.nio.file.Path;
import java.util.Optional;
import org.obsenv.domain.signoff.Policy;

/**
 * How images are signed off at the site.
 *
 * @param policy what the site's tier asks
 * @param store the directory of the sign-offs
 * @param key the fingerprint of the key that acts must be sealed with; empty for the one in the store
 * @param asksPassword whether sudo asks for the password at signing
 */
public record SignOffSite(Policy policy, Path store, Optional<String> key, boolean asksPassword) {}
