import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/**
 * Images that fan out: one program draws photographs, puts them into a bucket and publishes their keys to a topic;
 * others, one a queue, make thumbnails, count faces and read metadata. With what the JDK has, no AWS SDK: S3 over plain
 * HTTP, SNS and SQS by their query protocol.
 *
 * <pre>
 * java Images.java make       --endpoint URL --bucket B --topic ARN --count N --seed N --sent FILE
 * java Images.java thumbnail  --endpoint URL --bucket B --queue NAME --to B --into PREFIX --received FILE
 * java Images.java faces      ...
 * java Images.java metadata   ...
 * </pre>
 */
public class Images {

    private static final int WIDTH = 480;
    private static final int HEIGHT = 320;
    private static final int CELL = 80;
    private static final int THUMBNAIL = 96;
    private static final Color SKIN = new Color(255, 205, 160);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> options;
    private final String endpoint;

    private Images(Map<String, String> options) {
        this.options = options;
        this.endpoint = options.get("endpoint");
    }

    public static void main(String[] arguments) throws Exception {
        Map<String, String> options = new HashMap<>();
        for (int i = 1; i + 1 < arguments.length; i += 2) {
            options.put(arguments[i].substring(2), arguments[i + 1]);
        }
        Images images = new Images(options);
        switch (arguments.length == 0 ? "" : arguments[0]) {
            case "make" -> images.make();
            case "thumbnail" -> images.work(Images::thumbnail, ".png");
            case "faces" -> images.work(Images::faces, ".json");
            case "metadata" -> images.work(Images::metadata, ".json");
            default -> {
                System.err.println("say make, thumbnail, faces or metadata");
                System.exit(2);
            }
        }
    }

    // ---- the camera

    private void make() throws Exception {
        Random random = new Random(Long.parseLong(options.get("seed")));
        for (int i = 0; i < Integer.parseInt(options.get("count")); i++) {
            String key = "photo-" + i + ".png";
            put(options.get("bucket"), key, png(photograph(random)));
            query("/", Map.of("Action", "Publish", "Version", "2010-03-31", "TopicArn", options.get("topic"), "Message",
                    key));
            note("sent", key);
        }
    }

    /** A sky, and up to eight faces in it, each in a cell of its own. */
    private static BufferedImage photograph(Random random) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setPaint(new GradientPaint(0, 0, new Color(random.nextInt(0x404040)), WIDTH, HEIGHT,
                new Color(0x2060a0 + random.nextInt(0x40))));
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        int columns = WIDTH / CELL;
        for (int cell : random.ints(0, columns * (HEIGHT / CELL)).distinct().limit(random.nextInt(9)).toArray()) {
            int x = cell % columns * CELL + 10 + random.nextInt(10);
            int y = cell / columns * CELL + 10 + random.nextInt(10);
            pen.setColor(SKIN);
            pen.fillOval(x, y, 50, 50);
            pen.setColor(Color.BLACK);
            pen.fillOval(x + 13, y + 17, 6, 6);
            pen.fillOval(x + 31, y + 17, 6, 6);
            pen.drawArc(x + 13, y + 22, 24, 16, 200, 140);
        }
        pen.dispose();
        return image;
    }

    // ---- the workers

    private interface Work {
        byte[] of(String key, BufferedImage image) throws IOException;
    }

    /** Until it is stopped: a message, its image, what is made of it, and only then the message's end. */
    private void work(Work work, String ending) throws Exception {
        String queue = "/000000000000/" + options.get("queue");
        while (true) {
            Document got = query(queue, Map.of("Action", "ReceiveMessage", "Version", "2012-11-05", "WaitTimeSeconds",
                    "20"));
            String key = text(got, "Body");
            if (key != null) {
                BufferedImage image = ImageIO.read(new ByteArrayInputStream(get(options.get("bucket"), key)));
                put(options.get("to"), options.get("into") + key.replace(".png", ending), work.of(key, image));
                query(queue, Map.of("Action", "DeleteMessage", "Version", "2012-11-05", "ReceiptHandle",
                        text(got, "ReceiptHandle")));
                note("received", key);
            }
        }
    }

    private static byte[] thumbnail(String key, BufferedImage image) throws IOException {
        int height = THUMBNAIL * image.getHeight() / image.getWidth();
        BufferedImage small = new BufferedImage(THUMBNAIL, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = small.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.drawImage(image, 0, 0, THUMBNAIL, height, null);
        pen.dispose();
        return png(small);
    }

    /** Patches of skin of more than a thousand pixels that hang together. */
    private static byte[] faces(String key, BufferedImage image) {
        boolean[] seen = new boolean[image.getWidth() * image.getHeight()];
        int faces = 0;
        for (int at = 0; at < seen.length; at++) {
            if (patch(image, seen, at) > 1_000) {
                faces++;
            }
        }
        return json("{\"key\":\"" + key + "\",\"faces\":" + faces + "}");
    }

    private static int patch(BufferedImage image, boolean[] seen, int from) {
        int width = image.getWidth();
        int size = 0;
        Deque<Integer> open = new ArrayDeque<>();
        open.push(from);
        while (!open.isEmpty()) {
            int at = open.pop();
            if (!seen[at] && image.getRGB(at % width, at / width) == SKIN.getRGB()) {
                seen[at] = true;
                size++;
                for (int next : new int[] {at - width, at + width, at % width == 0 ? -1 : at - 1,
                        at % width == width - 1 ? -1 : at + 1}) {
                    if (next >= 0 && next < seen.length) {
                        open.push(next);
                    }
                }
            }
        }
        return size;
    }

    private static byte[] metadata(String key, BufferedImage image) {
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        double brightness = Arrays.stream(pixels)
                .mapToDouble(rgb -> ((rgb >> 16 & 255) + (rgb >> 8 & 255) + (rgb & 255)) / 765.0).average().orElse(0);
        return json("{\"key\":\"" + key + "\",\"width\":" + image.getWidth() + ",\"height\":" + image.getHeight()
                + ",\"brightness\":" + Math.round(brightness * 1000) / 1000.0 + "}");
    }

    private static byte[] json(String text) {
        return (text + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] png(BufferedImage image) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    // ---- AWS, without an SDK

    private void put(String bucket, String key, byte[] data) throws Exception {
        ask(HttpRequest.newBuilder(URI.create(endpoint + "/" + bucket + "/" + key))
                .PUT(BodyPublishers.ofByteArray(data)).build());
    }

    private byte[] get(String bucket, String key) throws Exception {
        return ask(HttpRequest.newBuilder(URI.create(endpoint + "/" + bucket + "/" + key)).build());
    }

    private Document query(String path, Map<String, String> parameters) throws Exception {
        String form = parameters.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        byte[] answer = ask(HttpRequest.newBuilder(URI.create(endpoint + path))
                .header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(form))
                .build());
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(answer));
    }

    private byte[] ask(HttpRequest request) throws Exception {
        HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException(request.method() + " " + request.uri() + ": " + answer.statusCode() + " "
                    + new String(answer.body(), StandardCharsets.UTF_8));
        }
        return answer.body();
    }

    private static String text(Document document, String name) {
        NodeList found = document.getElementsByTagName(name);
        return found.getLength() == 0 ? null : found.item(0).getTextContent();
    }

    private void note(String option, String line) throws IOException {
        if (options.get(option) != null) {
            Files.writeString(Path.of(options.get(option)), line + "\n", StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        }
    }
}
