/**
 * The OCI distribution API ({@code /v2/}) as bytes and digests: addresses, credentials, requests. Both sides use it, so
 * it knows neither JSON nor what an image means. Blocks; nothing here belongs on the FX thread.
 */
@NullMarked
package org.obsenv.registry;

import org.jspecify.annotations.NullMarked;
