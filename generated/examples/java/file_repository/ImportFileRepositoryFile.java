// Import a File into the File Repository: Stores a new file in the File Repository.
// Rights needed: API Import/Update, File Repository. In REDCap since 13.1.0.
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

public class ImportFileRepositoryFile {
    public static void main(String[] args) throws InterruptedException {
        String url = System.getenv("REDCAP_API_URL");
        String token = System.getenv("REDCAP_API_TOKEN"); // a secret: never write it into a program
        if (url == null || token == null) {
            fail("Set the environment variables REDCAP_API_URL and REDCAP_API_TOKEN.");
        }

        Map<String, String> form = new LinkedHashMap<>();
        form.put("token", token);
        form.put("content", "fileRepository");
        form.put("action", "import");
        // Id of the folder that gets the file.
        form.put("folder_id", "2025");
        // Format of error messages.
        form.put("returnFormat", "json");

        try {
            // The file, as a multipart part with a file name.
            String file = "protocol.txt";
            String boundary = "form-" + UUID.randomUUID();
            StringBuilder head = new StringBuilder();
            form.forEach((name, value) -> head.append(
                "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(boundary, name, value)));
            head.append("--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n".formatted(
                boundary, "file", file));
            head.append("Content-Type: application/octet-stream\r\n\r\n");
            HttpRequest.BodyPublisher body = HttpRequest.BodyPublishers.concat(
                HttpRequest.BodyPublishers.ofString(head.toString()),
                HttpRequest.BodyPublishers.ofFile(Path.of(file)),
                HttpRequest.BodyPublishers.ofString("\r\n--" + boundary + "--\r\n"));

            HttpClient client = HttpClient.newBuilder()
                .connectTimeout(Duration.ofSeconds(10))
                .followRedirects(HttpClient.Redirect.NEVER) // the token goes to this address and to no other
                .build();
            HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(body)
                .build();
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            String answer = response.body();
            if (response.statusCode() / 100 != 2 || answer.startsWith("{\"error\":")) {
                fail("REDCap answered with status " + response.statusCode() + ": " + answer);
            }

            // The file is stored.
            System.out.println("Done.");
        } catch (IOException | IllegalArgumentException problem) {
            fail("The request failed: " + problem);
        }
    }

    private static void fail(String message) {
        System.err.println(message);
        System.exit(1);
    }
}
