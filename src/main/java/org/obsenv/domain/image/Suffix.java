package org.obsenv.domain.image;

import java.util.Comparator;
import java.util.Optional;

/**
 * What may follow an image's version, in this order: {@code _c0044.007}, {@code _rsp2697}, {@code _anything},
 * {@code -amd64}.
 *
 * @param rest free text, such as {@code hotfix}
 */
public record Suffix(
        Optional<Cycle> cycle, Optional<Integer> rspBuild, Optional<String> rest, Optional<String> architecture) {
    /** Nothing follows. */
    public static final Suffix NONE =
            new Suffix(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** By cycle, its build, the RSP build; then by text, so that only equal ones are equal. Nothing comes first. */
    static final Comparator<Suffix> ORDER = Comparator.comparingInt(
                    (Suffix each) -> each.cycle.map(Cycle::number).orElse(-1))
            .thenComparingInt(each -> each.cycle.map(Cycle::buildNumber).orElse(-1))
            .thenComparingInt(each -> each.rspBuild.orElse(-1))
            .thenComparing(each -> each.rest.orElse(""))
            .thenComparing(each -> each.architecture.orElse(""));

    /**
     * The SAL cycle that an image was built for, in digits as they are written: {@code 0044} and {@code 007}.
     *
     * @param build empty in an alias such as {@code recommended_c0044}
     */
    public record Cycle(String digits, Optional<String> build) {
        int number() {
            return Integer.parseInt(digits);
        }

        int buildNumber() {
            return build.map(Integer::parseInt).orElse(-1);
        }
    }
}
