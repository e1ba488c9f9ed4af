package org.cybox.platform.files;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.cybox.platform.data.Work;
import org.cybox.platform.web.Allow;
import org.cybox.platform.web.Allow.Who;
import org.cybox.platform.web.NoTransaction;
import org.cybox.platform.web.NotFound;
import org.cybox.platform.web.Visitor;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Serves files to those they are for. Whatever somebody brought runs no script and reads nothing of ours; only what
 * browsers can show without harm is shown, everything else is saved.
 */
@Controller
class FileController {

    private static final String HARMLESS =
            "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'";

    private final Files files;
    private final FileStore store;
    private final Work work;

    FileController(Files files, FileStore store, Work work) {
        this.files = files;
        this.store = store;
        this.work = work;
    }

    @GetMapping("/files/{id}/{name}")
    @Allow(Who.ANYONE)
    @NoTransaction
    ResponseEntity<Resource> file(@PathVariable UUID id, @PathVariable String name, Visitor visitor) {
        StoredFile file = work.here(
                () -> files.find(id).filter(there -> may(visitor, there)).orElseThrow(NotFound::new));
        Path path = files.path(file.sha256());
        if (!file.name().equals(name) || !java.nio.file.Files.exists(path)) {
            throw new NotFound();
        }
        return ResponseEntity.ok()
                .eTag(file.sha256())
                .cacheControl(caching(file, visitor))
                .header(HttpHeaders.CONTENT_TYPE, MediaTypes.served(file.mediaType()))
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition(file))
                .header("Content-Security-Policy", policy(file))
                .header("X-Content-Type-Options", "nosniff")
                .header("X-Frame-Options", "SAMEORIGIN")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .body(new FileSystemResource(path));
    }

    private boolean may(Visitor visitor, StoredFile file) {
        return switch (file.audience()) {
            case "public" -> true;
            case "members" -> visitor.learner();
            case "trainers" -> visitor.trainer();
            case "person" -> visitor.manager() || (visitor.learner() && store.belongsTo(file.id(), visitor.person()));
            default -> false;
        };
    }

    /** The bytes behind an address never change; a shared computer keeps none of them. */
    private static CacheControl caching(StoredFile file, Visitor visitor) {
        if (visitor.sharedComputer()) {
            return CacheControl.noStore();
        }
        return file.audience().equals("public")
                ? CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable()
                : CacheControl.maxAge(Duration.ofHours(12)).cachePrivate();
    }

    private static String disposition(StoredFile file) {
        ContentDisposition.Builder kind =
                MediaTypes.inline(file.mediaType()) ? ContentDisposition.inline() : ContentDisposition.attachment();
        return kind.filename(file.name(), StandardCharsets.UTF_8).build().toString();
    }

    /** Browsers show no PDF inside a sandbox; their viewers give it no access to us anyway. */
    private static String policy(StoredFile file) {
        return file.mediaType().equals(MediaType.APPLICATION_PDF_VALUE)
                ? HARMLESS + "; object-src 'self'"
                : HARMLESS + "; sandbox";
    }
}
