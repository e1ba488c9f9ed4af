package org.cybox.courses;

import java.util.List;
import java.util.UUID;
import org.cybox.platform.data.Document;
import org.cybox.platform.text.Words;

/**
 * A part of the draft outline.
 *
 * @param kind section, day or session
 * @param outcomes "By the end of this session participants can …"
 * @param trainerNotes sanitised HTML, shown to trainers only
 * @param trainerFiles files for trainers only
 */
public record Section(
        UUID id,
        UUID courseId,
        int position,
        String kind,
        Words title,
        Lines outcomes,
        Words trainerNotes,
        FileIds trainerFiles,
        int revision) {

    public record Lines(List<Words> list) implements Document {
        public Lines {
            list = list == null ? List.of() : List.copyOf(list);
        }
    }

    public record FileIds(List<UUID> list) implements Document {
        public FileIds {
            list = list == null ? List.of() : List.copyOf(list);
        }
    }

    public Section saying(String otherKind, Words otherTitle, Lines others) {
        return new Section(id, courseId, position, otherKind, otherTitle, others, trainerNotes, trainerFiles, revision);
    }

    public Section noting(Words notes, FileIds files) {
        return new Section(id, courseId, position, kind, title, outcomes, notes, files, revision);
    }

    public Section at(int otherRevision) {
        return new Section(id, courseId, position, kind, title, outcomes, trainerNotes, trainerFiles, otherRevision);
    }

    Section of(UUID course) {
        return new Section(id, course, position, kind, title, outcomes, trainerNotes, trainerFiles, revision);
    }
}
