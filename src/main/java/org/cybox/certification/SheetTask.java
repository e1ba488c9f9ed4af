package org.cybox.certification;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cybox.platform.data.Work;
import org.cybox.platform.files.Audience;
import org.cybox.platform.files.Files;
import org.cybox.platform.files.StoredFile;
import org.cybox.platform.jobs.Progress;
import org.cybox.platform.jobs.Task;
import org.cybox.platform.web.NotFound;
import org.cybox.platform.web.Visitor;
import org.springframework.stereotype.Component;

/** Draws the PDFs of issued certificates, one after the other. Doing it again draws the same from the same sheet. */
@Component
class SheetTask implements Task {

    static final String KIND = "certification.sheet";

    private final CertificateStore store;
    private final SheetPrinter printer;
    private final Files files;
    private final Work work;

    SheetTask(CertificateStore store, SheetPrinter printer, Files files, Work work) {
        this.store = store;
        this.printer = printer;
        this.files = files;
        this.work = work;
    }

    @Override
    public String kind() {
        return KIND;
    }

    static String payload(List<Certificate> issued) {
        return issued.stream().map(one -> one.id().toString()).collect(Collectors.joining(","));
    }

    @Override
    public void run(String payload, Progress progress) {
        for (String id : payload.split(",")) {
            draw(UUID.fromString(id));
            progress.step();
        }
    }

    private void draw(UUID id) {
        Certificate certificate = work.here(() -> store.find(id).orElseThrow(NotFound::new));
        if (certificate.fileId() != null) {
            return;
        }
        byte[] pdf = printer.print(certificate);
        UUID person = certificate.personId() == null ? Visitor.NOBODY : certificate.personId();
        work.here(() -> {
            StoredFile file =
                    files.store(new ByteArrayInputStream(pdf), certificate.number() + ".pdf", Audience.PERSON, person);
            store.setFile(id, file.id());
            return file;
        });
    }
}
