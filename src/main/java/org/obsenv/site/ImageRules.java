package org.obsenv.site;

import java.net.URI;
import java.nio.file.Path;
import java.time.Period;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.obsenv.domain.image.ImageType;
import org.obsenv.domain.registry.Retention;
import org.obsenv.registry.RegistryAddress;
import org.obsenv.yaml.Fields;
import org.obsenv.yaml.YamlProblem;

/** The key {@code images} of the site file: a registry's repository, or a list, and how long images are kept. */
final class ImageRules {
    private static final String DAYS = "a number of days such as 30 d, or forever";
    private static final Pattern PERIOD = Pattern.compile("([0-9]{1,5}) ?d");

    private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/-]{0,199}");

    private ImageRules() {}

    static Optional<ImageSite> of(Fields top) throws YamlProblem {
        Optional<Fields> fields = top.optionalMapping("images");
        if (fields.isEmpty()) {
            return Optional.empty();
        }
        ImageSite images = new ImageSite(
                source(fields.get()),
                fields.get()
                        .optionalValue("recommended", "a tag such as recommended", ImageRules::tag)
                        .orElse("recommended"),
                retention(fields.get()),
                fields.get()
                        .optionalValue("packages-label", "a label such as org.example.packages", ImageRules::label));
        fields.get().end();
        return Optional.of(images);
    }

    private static ImageSite.Source source(Fields fields) throws YamlProblem {
        Optional<Path> list = fields.optionalValue("list", "an absolute path", SiteFile::absolute);
        if (list.isPresent()) {
            if (fields.has("registry")) {
                throw fields.problem("registry", "expected either a registry or a list of images, found both");
            }
            return new ImageSite.Source.Listed(list.get());
        }
        URI base = fields.value("registry", "an address such as https://registry.example.org", RegistryAddress::base);
        return new ImageSite.Source.Registry(
                base,
                fields.value("repository", "a repository such as lsst/sciplat-lab", text -> Optional.of(text)
                        .filter(RegistryAddress::isRepository)),
                fields.optionalValue("credentials", "an absolute path", SiteFile::absolute),
                fields.optionalValue("promote-with", "an absolute path", SiteFile::absolute));
    }

    private static Retention retention(Fields fields) throws YamlProblem {
        Map<ImageType, Period> kept = new EnumMap<>(ImageType.class);
        kept.putAll(Retention.USUAL.kept());
        Optional<Fields> keep = fields.optionalMapping("keep");
        if (keep.isPresent()) {
            for (String key : keep.get().keys()) {
                ImageType type = type(key).orElseThrow(() -> keep.get()
                        .problem(key, "expected release, candidate, weekly, daily or experimental"));
                Keep period = keep.get().value(key, DAYS, Keep::parse);
                if (period.days().isPresent()) {
                    kept.put(type, period.days().get());
                } else {
                    kept.remove(type);
                }
            }
            keep.get().end();
        }
        Period warning = fields.optionalValue("warn", "a number of days such as 30 d", ImageRules::days)
                .orElse(Retention.USUAL.warning());
        return new Retention(kept, warning);
    }

    private static Optional<ImageType> type(String text) {
        for (ImageType type : ImageType.values()) {
            if (type.written().equals(text) && type != ImageType.ALIAS && type != ImageType.UNKNOWN) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /** For so many days, or for ever. */
    private record Keep(Optional<Period> days) {
        static Optional<Keep> parse(String text) {
            if (text.equals("forever")) {
                return Optional.of(new Keep(Optional.empty()));
            }
            return ImageRules.days(text).map(days -> new Keep(Optional.of(days)));
        }
    }

    private static Optional<Period> days(String text) {
        Matcher matcher = PERIOD.matcher(text);
        return matcher.matches() ? Optional.of(Period.ofDays(Integer.parseInt(matcher.group(1)))) : Optional.empty();
    }

    private static Optional<String> label(String text) {
        return Optional.of(text).filter(each -> LABEL.matcher(each).matches());
    }

    private static Optional<String> tag(String text) {
        return Optional.of(text).filter(RegistryAddress::isTag);
    }
}
