package org.cybox.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.tomcat.util.http.fileupload.FileItemIterator;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.apache.tomcat.util.http.fileupload.servlet.ServletRequestContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Refuses a form that says it is larger than any file may be, before anything of it reaches the disk. What members typed
 * beside the file is read out of it and kept; who asks whether to send at all is answered at once.
 */
@Component
class LargeForms {

    /** 250 MB for the file, and one for what is typed beside it. */
    static final long MOST = 251L * 1024 * 1024;

    private static final int LONGEST = 2 * 1024 * 1024;
    private static final int MOST_FIELDS = 1_000;

    private final Problems problems;

    LargeForms(Problems problems) {
        this.problems = problems;
    }

    /** @return whether that was the answer */
    boolean refused(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String type = String.valueOf(request.getContentType()).toLowerCase(Locale.ROOT);
        if (request.getContentLengthLong() <= MOST || !type.startsWith("multipart/form-data")) {
            return false;
        }
        boolean asks = request.getHeader("Expect") != null;
        boolean member = RequestContext.visitor(request).signedIn();
        problems.tooLarge(request, response, asks || !member ? List.of() : fields(request));
        return true;
    }

    private static List<Again.Field> fields(HttpServletRequest request) throws IOException {
        List<Again.Field> fields = new ArrayList<>();
        long room = LONGEST;
        try {
            FileItemIterator parts = new FileUpload().getItemIterator(new ServletRequestContext(request));
            while (parts.hasNext() && fields.size() < MOST_FIELDS) {
                FileItemStream part = parts.next();
                @Nullable String name = part.getFieldName();
                try (InputStream in = part.openStream()) {
                    if (part.isFormField() && name != null && room > 0) {
                        byte[] value = in.readNBytes((int) room);
                        room -= value.length;
                        fields.add(new Again.Field(name, new String(value, StandardCharsets.UTF_8)));
                    }
                    in.skip(Long.MAX_VALUE);
                }
            }
        } catch (FileUploadException e) {
            return fields;
        }
        return fields;
    }
}
