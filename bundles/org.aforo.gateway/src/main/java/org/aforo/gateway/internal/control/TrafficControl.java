package org.aforo.gateway.internal.control;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.aforo.api.Arn;
import org.aforo.api.Bench;
import tools.jackson.core.JsonGenerator;

/**
 * {@code GET /traffic}, {@code POST /traffic/record}, {@code POST /traffic/replay}, {@code DELETE /traffic/{id}}: a
 * source's records into a file, and a file's records into a sink. Files are of the machine that the bench runs on.
 */
final class TrafficControl {

    private final Bench bench;
    private final Traffic traffic;

    TrafficControl(Bench bench, Traffic traffic) {
        this.bench = bench;
        this.traffic = traffic;
    }

    List<Route> routes() {
        return List.of(new Route("GET", "/traffic", r -> list()), new Route("POST", "/traffic/record", this::record),
                new Route("POST", "/traffic/replay", this::replay), new Route("DELETE", "/traffic/{id}", this::remove));
    }

    private Answer list() {
        return Answer.json(gen -> {
            gen.writeStartObject();
            gen.writeArrayPropertyStart("traffic");
            traffic.list().forEach(job -> write(gen, job.state()));
            gen.writeEndArray();
            gen.writeEndObject();
        });
    }

    private Answer record(ControlRequest request) throws IOException {
        Fields body = request.json().only("arn", "file", "stored", "follow", "seconds");
        Arn arn = RecordViews.arn(body.text("arn"));
        Path file = file(body);
        boolean stored = !Boolean.FALSE.equals(body.flag("stored"));
        Duration span = body.seconds("seconds");
        boolean follow = span != null || !stored || Boolean.TRUE.equals(body.flag("follow"));
        Duration lasts = follow ? span : Duration.ZERO;
        try {
            TrafficJob job = traffic.start(id -> new Recording(id, arn, file, bench, stored, lasts));
            return Answer.json(201, gen -> write(gen, job.state()));
        } catch (FileAlreadyExistsException e) {
            throw ControlException.bad(file + " is there already.");
        } catch (NoSuchFileException e) {
            throw ControlException.bad("There is no folder " + file.getParent() + '.');
        }
    }

    private Answer replay(ControlRequest request) throws IOException, InterruptedException {
        Fields body = request.json().only("arn", "file", "speed");
        Arn arn = RecordViews.arn(body.text("arn"));
        Path file = file(body);
        double speed = body.number("speed", 1.0);
        if (!(speed >= 0 && speed <= 1e6)) {
            throw Fields.wrong("speed", "a number up to 1,000,000, or 0 for as fast as it goes");
        }
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw ControlException.bad("There is no file " + file + " to read.");
        }
        Replay job = traffic.start(id -> new Replay(id, arn, file, bench, speed));
        job.awaitReady();
        return Answer.json(201, gen -> write(gen, job.state()));
    }

    private static Path file(Fields body) {
        try {
            Path file = Path.of(body.text("file"));
            if (file.isAbsolute()) {
                return file;
            }
        } catch (InvalidPathException e) {
            // told below
        }
        throw Fields.wrong("file", "an absolute path");
    }

    private Answer remove(ControlRequest request) throws InterruptedException {
        TrafficJob job = traffic.remove(request.path().get("id"));
        if (job == null) {
            throw ControlException.notFound("There is no recording or replay " + request.path().get("id") + '.');
        }
        return Answer.json(gen -> write(gen, job.state()));
    }

    private static void write(JsonGenerator gen, TrafficJob.State job) {
        gen.writeStartObject();
        gen.writeStringProperty("id", job.id());
        gen.writeStringProperty("kind", job.kind());
        gen.writeStringProperty("arn", job.arn());
        gen.writeStringProperty("file", job.file());
        gen.writeNumberProperty("records", job.records());
        gen.writeNumberProperty("bytes", job.bytes());
        gen.writeNumberProperty("refused", job.refused());
        gen.writeStringProperty("error", job.error());
        gen.writeBooleanProperty("running", job.running());
        gen.writeEndObject();
    }
}
