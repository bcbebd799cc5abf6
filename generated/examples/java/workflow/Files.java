// Uploads a file to a file upload field, then downloads it again under the name that REDCap has for it.
//
//     java workflow/Files.java [FILE [RECORD [FIELD [EVENT]]]]
import static java.nio.file.Files.copy;
import static java.nio.file.Files.createDirectories;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

public class Files {
    public static void main(String[] args) throws InterruptedException {
        Path file = Path.of(args.length > 0 ? args[0] : "workflow/scan.txt");
        String record = args.length > 1 ? args[1] : "2";
        String field = args.length > 2 ? args[2] : "scan";
        String event = args.length > 3 ? args[3] : "week_1_arm_1"; // in longitudinal projects only

        String url = System.getenv("REDCAP_API_URL");
        String token = System.getenv("REDCAP_API_TOKEN"); // a secret: never write it into a program
        if (url == null || token == null) {
            fail("Set the environment variables REDCAP_API_URL and REDCAP_API_TOKEN.");
        }

        try {
            upload(url, uploadForm(token, record, field, event), file);
            System.out.println("Uploaded " + file);
            Path target = download(url, downloadForm(token, record, field, event), Path.of("downloads"));
            System.out.println("Downloaded " + target);
        } catch (IOException | IllegalArgumentException problem) {
            fail("The request failed: " + problem);
        }
    }

    private static Map<String, String> uploadForm(String token, String record, String field, String event) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("token", token);
        form.put("content", "file");
        form.put("action", "import");
        // Unique name of the event, not its label.
        form.put("event", event);
        // Name of the file upload field; not a signature field.
        form.put("field", field);
        // Name of the record that gets the file.
        form.put("record", record);
        // Format of error messages.
        form.put("returnFormat", "json");
return form;
    }

    private static Map<String, String> downloadForm(String token, String record, String field, String event) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("token", token);
        form.put("content", "file");
        form.put("action", "export");
        // Unique name of the event, not its label.
        form.put("event", event);
        // Name of the file upload or signature field.
        form.put("field", field);
        // Name of the record that holds the file.
        form.put("record", record);
        // Format of error messages.
        form.put("returnFormat", "json");
return form;
    }

    private static void upload(String url, Map<String, String> form, Path file)
            throws IOException, InterruptedException {
        String boundary = "form-" + UUID.randomUUID();
        StringBuilder head = new StringBuilder();
        form.forEach((name, value) -> head.append(
            "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(boundary, name, value)));
        head.append("--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n".formatted(
            boundary, file.getFileName().toString().replace("\"", "%22")));
        head.append("Content-Type: application/octet-stream\r\n\r\n");

        // The file is read while it is sent.
        BodyPublisher body = BodyPublishers.concat(
            BodyPublishers.ofString(head.toString()),
            BodyPublishers.ofFile(file),
            BodyPublishers.ofString("\r\n--" + boundary + "--\r\n"));
        send(url, "multipart/form-data; boundary=" + boundary, body).body().close();
    }

    /** Downloads the file into a folder, piece by piece, and gives its path. */
    private static Path download(String url, Map<String, String> form, Path folder)
            throws IOException, InterruptedException {
        String body = form.entrySet().stream()
            .map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8)
                + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
HttpResponse<InputStream> response = send(
            url, "application/x-www-form-urlencoded", BodyPublishers.ofString(body));

        // Content-Type: text/plain; name="scan.txt". Headers are read byte by byte, the name is UTF-8.
        String type = new String(
            response.headers().firstValue("Content-Type").orElse("").getBytes(StandardCharsets.ISO_8859_1),
            StandardCharsets.UTF_8);
        Matcher name = Pattern.compile("name=\"([^\"]+)\"").matcher(type);
        createDirectories(folder);
        Path target = folder.resolve(Path.of(name.find() ? name.group(1) : "download").getFileName());
        try (InputStream content = response.body()) {
            copy(content, target, StandardCopyOption.REPLACE_EXISTING);
        }
        return target;
    }

    private static HttpResponse<InputStream> send(String url, String type, BodyPublisher body)
            throws IOException, InterruptedException {
        HttpClient client = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(10))
            .followRedirects(HttpClient.Redirect.NEVER) // the token goes to this address and to no other
            .build();
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
            .timeout(Duration.ofMinutes(5))
            .header("Content-Type", type)
            .POST(body)
            .build();
        HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        if (response.statusCode() / 100 != 2) {
            String answer = new String(response.body().readAllBytes(), StandardCharsets.UTF_8);
            fail("REDCap answered with status " + response.statusCode() + ": " + answer);
        }
        return response;
    }

    private static void fail(String message) {
        System.err.println(message);
        System.exit(1);
    }
}
