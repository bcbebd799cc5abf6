// Export PDF file of Data Collection Instruments (either as blank or with data): Exports
// instruments as a PDF file, blank or filled with the data of records.
// Rights needed: API Export, Data Export Rights. In REDCap since 6.4.0.
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

public class ExportPdf {
    public static void main(String[] args) throws InterruptedException {
        String url = System.getenv("REDCAP_API_URL");
        String token = System.getenv("REDCAP_API_TOKEN"); // a secret: never write it into a program
        if (url == null || token == null) {
            fail("Set the environment variables REDCAP_API_URL and REDCAP_API_TOKEN.");
        }

        Map<String, String> form = new LinkedHashMap<>();
        form.put("token", token);
        form.put("content", "pdf");
        // The record whose data fill the document.
        form.put("record", "1");
        // Unique name of the only event to show.
        form.put("event", "enrollment_arm_1");
        // Unique name of the only instrument to show.
        form.put("instrument", "enrollment");
        // Format of error messages.
        form.put("returnFormat", "json");

        try {
            HttpClient client = HttpClient.newBuilder()
                .connectTimeout(Duration.ofSeconds(10))
                .followRedirects(HttpClient.Redirect.NEVER) // the token goes to this address and to no other
                .build();
            String body = form.entrySet().stream()
                .map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8)
                    + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
            HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
            HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() / 100 != 2) {
                fail("REDCap answered with status " + response.statusCode() + ": "
                    + new String(response.body(), StandardCharsets.UTF_8));
            }

            // The document.
            Path file = Path.of("pdf.pdf");
            Files.write(file, response.body());
            System.out.println("Saved as " + file);
        } catch (IOException | IllegalArgumentException problem) {
            fail("The request failed: " + problem);
        }
    }

    private static void fail(String message) {
        System.err.println(message);
        System.exit(1);
    }
}
