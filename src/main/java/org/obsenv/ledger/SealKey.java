package org.obsenv.ledger;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.obsenv.domain.Sha256;

/** The public half of the key that acts are sealed with: Ed25519 (RFC 8032), as a PEM block (RFC 8410). */
public final class SealKey {
    /** The JDK's name of the algorithm, for both halves. */
    public static final String ALGORITHM = "Ed25519";

    private static final String PUBLIC = "PUBLIC KEY";
    private static final int LINE = 64;

    private final PublicKey key;

    private SealKey(PublicKey key) {
        this.key = key;
    }

    public static SealKey of(PublicKey key) {
        return new SealKey(key);
    }

    /** Reads a PEM text; empty when no such key is in it. */
    public static Optional<SealKey> parse(String pem) {
        return block(pem, PUBLIC).flatMap(SealKey::decode);
    }

    private static Optional<SealKey> decode(byte[] bytes) {
        try {
            return Optional.of(
                    new SealKey(KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(bytes))));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    /** The bytes of a PEM text's first block of that label; empty when there is none or it is not Base64. */
    public static Optional<byte[]> block(String pem, String label) {
        Matcher found = Pattern.compile("-----BEGIN " + label + "-----\\s+([A-Za-z0-9+/=\\s]{1,2000})-----END " + label)
                .matcher(pem);
        if (!found.find()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Base64.getMimeDecoder().decode(found.group(1)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** A PEM block. */
    public static String pem(String label, byte[] bytes) {
        String text = Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(bytes);
        return "-----BEGIN " + label + "-----\n" + text + "\n-----END " + label + "-----\n";
    }

    public String pem() {
        return pem(PUBLIC, key.getEncoded());
    }

    /** SHA-256 of the key, for people to compare and for the site file: {@code sha256:} and 64 digits. */
    public String fingerprint() {
        return "sha256:" + Sha256.hex(key.getEncoded());
    }

    /** Whether the seal is over these bytes and of this key. */
    public boolean verifies(byte[] bytes, String seal) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(key);
            signature.update(bytes);
            return signature.verify(Base64.getDecoder().decode(seal));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }
}
