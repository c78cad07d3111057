package org.obsenv.domain.image;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The observatory's grammar of tags, its forms tried one after the other. Numbers of ten digits are none. */
final class TagGrammar {
    /** What a registry takes as a tag: the OCI distribution specification. */
    private static final Pattern TAG = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,127}");

    private static final String NUMBER = "(\\d{1,9})";

    // The rest is reluctant: an architecture at the end is not part of it.
    private static final String SUFFIX = "(?:_c(?<cycle>\\d{1,9})\\.(?<build>\\d{1,9}))?"
            + "(?:_rsp(?<rsp>\\d{1,9}))?(?:_(?<rest>.+?))?(?:-(?<architecture>[a-z0-9]+))?";

    /** A candidate is also a release with a rest, and so must be tried before it. */
    private static final List<Form> FORMS = List.of(
            new Form(ImageType.CANDIDATE, "r" + NUMBER + "_" + NUMBER + "_" + NUMBER + "_rc" + NUMBER, 4),
            new Form(ImageType.RELEASE, "r" + NUMBER + "_" + NUMBER + "_" + NUMBER, 3),
            new Form(ImageType.WEEKLY, "w_(\\d{4})_(\\d{1,2})", 2),
            new Form(ImageType.DAILY, "d_(\\d{4})_(\\d{1,2})_(\\d{1,2})", 3));

    /** {@code r170}, as releases were written until 2019: 17.0.0. Nothing follows. */
    private static final Pattern OLD_RELEASE = Pattern.compile("r(\\d\\d)(\\d)");

    private static final String EXPERIMENTAL = "exp_";
    private static final Pattern ALIAS = Pattern.compile("(recommended|latest(?:_[a-z]+)*)(?:_c(\\d{1,9}))?");

    private TagGrammar() {}

    private record Form(ImageType type, Pattern pattern, int numbers) {
        Form(ImageType type, String version, int numbers) {
            this(type, Pattern.compile(version + SUFFIX), numbers);
        }
    }

    static ImageTag.Reading read(String text) {
        ImageTag.Reading unknown = new ImageTag.Unknown(text);
        if (!TAG.matcher(text).matches()) {
            return unknown;
        }
        for (Form form : FORMS) {
            Matcher matcher = form.pattern().matcher(text);
            if (matcher.matches()) {
                return numbered(form, matcher).orElse(unknown);
            }
        }
        Matcher old = OLD_RELEASE.matcher(text);
        if (old.matches()) {
            return new ImageTag.Numbered(ImageType.RELEASE, List.of(number(old, 1), number(old, 2), 0), Suffix.NONE);
        }
        if (text.startsWith(EXPERIMENTAL) && text.length() > EXPERIMENTAL.length()) {
            return new ImageTag.Experimental(ImageTag.parse(text.substring(EXPERIMENTAL.length())));
        }
        Matcher alias = ALIAS.matcher(text);
        if (alias.matches()) {
            return new ImageTag.Alias(
                    alias.group(1),
                    Optional.ofNullable(alias.group(2)).map(digits -> new Suffix.Cycle(digits, Optional.empty())));
        }
        return unknown;
    }

    /** Empty where the version is a date that does not exist. */
    private static Optional<ImageTag.Reading> numbered(Form form, MatchResult match) {
        List<Integer> version = IntStream.rangeClosed(1, form.numbers())
                .mapToObj(each -> number(match, each))
                .toList();
        boolean isDate = form.type() == ImageType.WEEKLY || form.type() == ImageType.DAILY;
        return isDate && TagDates.of(form.type(), version).isEmpty()
                ? Optional.empty()
                : Optional.of(new ImageTag.Numbered(form.type(), version, suffix(match)));
    }

    private static Suffix suffix(MatchResult match) {
        return new Suffix(
                Optional.ofNullable(match.group("cycle"))
                        .map(digits -> new Suffix.Cycle(digits, Optional.of(match.group("build")))),
                Optional.ofNullable(match.group("rsp")).map(Integer::valueOf),
                Optional.ofNullable(match.group("rest")),
                Optional.ofNullable(match.group("architecture")));
    }

    private static int number(MatchResult match, int group) {
        return Integer.parseInt(match.group(group));
    }
}
