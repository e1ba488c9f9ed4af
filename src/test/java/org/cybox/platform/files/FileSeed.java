package org.cybox.platform.files;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.cybox.testing.Cast;
import org.cybox.testing.Marker;
import org.cybox.testing.RobotSeed;

/** A file for members, one for trainers, one for a single person. */
class FileSeed implements RobotSeed {

    @Override
    public int order() {
        return 20;
    }

    @Override
    public List<Sample> plant(Cast cast, Marker marker) {
        Files files = cast.program().get(Files.class);
        return Stream.of(Audience.MEMBERS, Audience.TRAINERS, Audience.PERSON)
                .map(audience -> cast.in(() -> files.store(
                        new ByteArrayInputStream(
                                marker.secret("bytes" + audience).getBytes(StandardCharsets.UTF_8)),
                        marker.secret("file") + ".txt",
                        audience,
                        cast.ben().person())))
                .map(file -> new Sample("file", cast.chi(), "/files/" + file.id() + "/" + file.name(), 3))
                .toList();
    }
}
