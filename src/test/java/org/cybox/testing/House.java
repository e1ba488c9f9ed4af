package org.cybox.testing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.cybox.testing.RobotSeed.Sample;
import org.springframework.beans.BeanUtils;

/** A tenant with something of everything: what all modules' seeds have planted. */
public record House(Cast cast, Marker marker, List<Sample> samples) {

    public static House furnish(Program program) {
        Cast cast = Cast.open(program);
        Marker marker = new Marker();
        List<Sample> samples = new ArrayList<>();
        Classes.implementing(RobotSeed.class).stream()
                .map(type -> (RobotSeed) BeanUtils.instantiateClass(type))
                .sorted(Comparator.comparingInt(RobotSeed::order))
                .forEach(seed -> samples.addAll(seed.plant(cast, marker)));
        return new House(cast, marker, List.copyOf(samples));
    }
}
