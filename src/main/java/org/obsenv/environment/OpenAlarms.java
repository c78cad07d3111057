package org.obsenv.environment;

import java.util.List;
import java.util.stream.Collectors;
import org.obsenv.domain.Flag;
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
}
