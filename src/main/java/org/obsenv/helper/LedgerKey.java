package org.obsenv.helper;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.obsenv.domain.Refusal;
import org.obsenv.ledger.LedgerFiles;
import org.obsenv.ledger.LedgerPaths;
import org.obsenv.ledger.SealKey;
import org.obsenv.words.Words;

/** The key that acts are sealed with. Its file holds both halves: the public one beside the store can be made again. */
final class LedgerKey {
    private static final String PRIVATE = "PRIVATE KEY";
    private static final byte[] PROBE = "obsenv probe".getBytes(StandardCharsets.US_ASCII);

    private final PrivateKey key;
    private final SealKey publicHalf;

    private LedgerKey(PrivateKey key, SealKey publicHalf) {
        this.key = key;
        this.publicHalf = publicHalf;
    }

    /**
     * Opens the key; makes one where there is none and nothing was ever sealed. Used only under the lock.
     *
     * @throws RefusedException when there is none over what was sealed, or the file cannot be used
     */
    static LedgerKey open(LedgerPaths paths, boolean isStoreEmpty) throws IOException, RefusedException {
        Optional<byte[]> bytes = LedgerFiles.bytes(paths.privateKey());
        if (bytes.isEmpty()) {
            if (!isStoreEmpty) {
                // A new one would make everything that was agreed unverified.
                throw unusable(paths.privateKey(), "key.missing");
            }
            make(paths.privateKey());
            bytes = LedgerFiles.bytes(paths.privateKey());
        }
        String pem = new String(bytes.orElse(new byte[0]), StandardCharsets.US_ASCII);
        Optional<SealKey> half = SealKey.parse(pem);
        Optional<byte[]> secret = SealKey.block(pem, PRIVATE);
        if (half.isEmpty() || secret.isEmpty()) {
            throw unusable(paths.privateKey(), "key.unreadable");
        }
        LedgerKey opened = new LedgerKey(decode(paths.privateKey(), secret.get()), half.get());
        if (!half.get().verifies(PROBE, opened.seal(PROBE))) {
            throw unusable(paths.privateKey(), "key.halves");
        }
        opened.publish(paths, isStoreEmpty);
        return opened;
    }

    SealKey publicHalf() {
        return publicHalf;
    }

    /** The signature, in Base64. */
    String seal(byte[] bytes) {
        try {
            Signature signature = Signature.getInstance(SealKey.ALGORITHM);
            signature.initSign(key);
            signature.update(bytes);
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + SealKey.ALGORITHM, e);
        }
    }

    private void publish(LedgerPaths paths, boolean isStoreEmpty) throws IOException, RefusedException {
        byte[] pem = publicHalf.pem().getBytes(StandardCharsets.US_ASCII);
        Optional<byte[]> there = LedgerFiles.bytes(paths.publicKey());
        if (there.isPresent() && java.util.Arrays.equals(there.get(), pem)) {
            return;
        }
        if (there.isPresent() && !isStoreEmpty) {
            throw unusable(paths.publicKey(), "key.other");
        }
        Durable.replace(paths.publicKey(), pem);
    }

    private static void make(Path file) throws IOException {
        KeyPair pair = pair();
        String pem = SealKey.pem(PRIVATE, pair.getPrivate().getEncoded())
                + SealKey.of(pair.getPublic()).pem();
        Path next = Unique.beside(file);
        try {
            try (FileChannel channel = FileChannel.open(
                    next,
                    Set.of(CREATE_NEW, WRITE),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
                Durable.writeFully(channel, ByteBuffer.wrap(pem.getBytes(StandardCharsets.US_ASCII)), 0);
                channel.force(true);
            }
            Durable.rename(next, file);
        } finally {
            Files.deleteIfExists(next);
        }
    }

    private static KeyPair pair() {
        try {
            return KeyPairGenerator.getInstance(SealKey.ALGORITHM).generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + SealKey.ALGORITHM, e);
        }
    }

    private static PrivateKey decode(Path file, byte[] bytes) throws RefusedException {
        try {
            return KeyFactory.getInstance(SealKey.ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(bytes));
        } catch (GeneralSecurityException e) {
            throw unusable(file, "key.unreadable");
        }
    }

    private static RefusedException unusable(Path file, String problem) {
        return new RefusedException(
                Refusal.KEY_UNUSABLE, Map.of("problem", Words.of("endings").text(problem, "file", file)));
    }
}
