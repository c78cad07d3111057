package org.obsenv.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What somebody who can write a document but has not its key can make of it. */
final class Forgery {
    private Forgery() {}

    static Chain with(Chain chain, int number, SealedFields act) {
        List<SealedFields> acts = new ArrayList<>(chain.acts());
        acts.set(number - 1, act);
        return new Chain(chain.document(), chain.header(), acts);
    }

    static Chain acts(Chain chain, int... wanted) {
        List<SealedFields> acts = new ArrayList<>();
        for (int each : wanted) {
            acts.add(chain.acts().get(each));
        }
        return new Chain(chain.document(), chain.header(), acts);
    }

    /** Another value that fits the field as well. */
    static SealedFields changed(SealedFields act, String field) {
        String value =
                field.equals(SealedFields.SEAL) ? act.seal() : act.field(field).orElseThrow();
        String other =
                switch (field) {
                    case "at" -> "2026-11-13T16:03:01Z";
                    case "act" -> "objected";
                    default ->
                        value.substring(0, value.length() - 4)
                                + value.substring(value.length() - 4)
                                        .replace('0', '1')
                                        .replaceFirst("^(.)", value.endsWith("q") ? "r" : "q");
                };
        assertThat(other).isNotEqualTo(value);
        if (field.equals(SealedFields.SEAL)) {
            return new SealedFields(act.fields(), other);
        }
        return added(act, field, other);
    }

    static SealedFields added(SealedFields act, String field, String value) {
        Map<String, String> fields = new LinkedHashMap<>(act.fields());
        fields.put(field, value);
        return new SealedFields(fields, act.seal());
    }

    static SealedFields without(SealedFields act, String field) {
        Map<String, String> fields = new LinkedHashMap<>(act.fields());
        fields.remove(field);
        return new SealedFields(fields, act.seal());
    }

    static Chain resealed(Chain chain, KeyPair key) {
        Chain all = new Chain(chain.document(), chain.header(), List.of());
        for (SealedFields act : chain.acts()) {
            Map<String, String> fields = new LinkedHashMap<>(act.fields());
            fields.put(SealedFields.BEFORE, all.hashAt(all.acts().size()));
            all = all.with(new SealedFields(fields, seal(key, SealedFields.canonical(chain.document(), fields))));
        }
        return all;
    }

    static String seal(KeyPair key, byte[] bytes) {
        try {
            Signature signature = Signature.getInstance(SealKey.ALGORITHM);
            signature.initSign(key.getPrivate());
            signature.update(bytes);
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
