package org.obsenv.environment;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.obsenv.domain.Flag;
import org.obsenv.domain.PackageName;
import org.obsenv.domain.PackageReading;
import org.obsenv.domain.trace.Alarm;
import org.obsenv.words.AlarmTexts;

/** Puts the alarms that wait for somebody beside what they are about. */
record OpenAlarms(List<Alarm> alarms) {
    OpenAlarms {
        alarms = List.copyOf(alarms);
    }

    List<PackageReading> flag(List<PackageReading> packages) {
        return packages.stream().map(this::flag).toList();
    }

    private PackageReading flag(PackageReading reading) {
        String text = alarms.stream()
                .filter(each ->
                        each.cause().about().filter(reading.name()::equals).isPresent())
                .map(each -> new AlarmTexts().what(each.cause()))
                .collect(Collectors.joining("; "));
        return text.isEmpty() ? reading : reading.flagged(Flag.ALARM, text);
    }

    /** Those about the environment, and those about packages that it has no more. */
    List<String> others(List<PackageName> names) {
        List<String> others = new ArrayList<>();
        for (Alarm each : alarms) {
            if (each.cause().about().filter(names::contains).isEmpty()) {
                others.add(new AlarmTexts().line(each.cause()));
            }
        }
        return others;
    }
}
