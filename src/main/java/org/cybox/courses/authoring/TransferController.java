package org.cybox.courses.authoring;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.cybox.courses.CourseArchive;
import org.cybox.courses.Imports;
import org.cybox.courses.Transfers;
import org.cybox.platform.data.Work;
import org.cybox.platform.files.Audience;
import org.cybox.platform.files.Files;
import org.cybox.platform.files.StoredFile;
import org.cybox.platform.text.T;
import org.cybox.platform.web.Allow;
import org.cybox.platform.web.Allow.Who;
import org.cybox.platform.web.NoTransaction;
import org.cybox.platform.web.Redirect;
import org.cybox.platform.web.Refused;
import org.cybox.platform.web.Space;
import org.cybox.platform.web.Visitor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Courses duplicated, carried out as one file and brought in. */
@Controller
@RequestMapping("/courses")
@Allow(Who.TRAINER)
class TransferController {

    private final Transfers transfers;
    private final CourseArchive archive;
    private final Imports imports;
    private final Files files;
    private final Work work;

    TransferController(Transfers transfers, CourseArchive archive, Imports imports, Files files, Work work) {
        this.transfers = transfers;
        this.archive = archive;
        this.imports = imports;
        this.files = files;
        this.work = work;
    }

    @PostMapping("/{course}/copies")
    Redirect duplicate(@PathVariable UUID course, Visitor visitor) {
        return Redirect.to("/courses/" + transfers.duplicate(visitor, course).id())
                .saying("courses.duplicated");
    }

    /** What is read takes a moment and a transaction; what is sent takes as long as the line is slow, and none. */
    @GetMapping("/{course}/export")
    @NoTransaction
    void export(@PathVariable UUID course, Visitor visitor, HttpServletResponse response) throws IOException {
        Transfers.Export export = work.here(() -> transfers.export(visitor, course));
        String name = export.packed().title().in(visitor.language()).replaceAll("[^\\p{L}\\p{N}]+", "-");
        response.setContentType("application/zip");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename((name.length() > 80 ? name.substring(0, 80) : name) + ".zip", StandardCharsets.UTF_8)
                        .build()
                        .toString());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        archive.write(export, response.getOutputStream());
    }

    @PostMapping("/imports")
    Object take(@RequestParam(required = false) @Nullable MultipartFile file, Visitor visitor, Space space, T t)
            throws IOException {
        try {
            if (file == null || file.isEmpty()) {
                throw new Refused("file", "courses.import.missing");
            }
            StoredFile stored = files.store(file.getInputStream(), "course.zip", Audience.PERSON, visitor.person());
            String next = imports.take(visitor, stored);
            Redirect redirect = Redirect.to(next);
            return next.startsWith("/courses/") ? redirect.saying("courses.import.done") : redirect;
        } catch (Refused e) {
            return new CourseListController.NewCoursePage(
                    "", String.join(", ", space.languages()), "", "file", e.text(t), !space.programme());
        }
    }
}
