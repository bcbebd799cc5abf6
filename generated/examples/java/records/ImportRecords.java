// Import Records: Creates records or changes values of existing ones.
// Rights needed: API Import/Update. In REDCap since 4.0.0 or earlier.
// Careful: what this deletes or replaces cannot be brought back.
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

public class ImportRecords {
    public static void main(String[] args) throws InterruptedException {
        String url = System.getenv("REDCAP_API_URL");
        String token = System.getenv("REDCAP_API_TOKEN"); // a secret: never write it into a program
        if (url == null || token == null) {
            fail("Set the environment variables REDCAP_API_URL and REDCAP_API_TOKEN.");
        }

        Map<String, String> form = new LinkedHashMap<>();
        form.put("token", token);
        form.put("content", "record");
        // Format of the payload in `data`.
        form.put("format", "json");
        // Whether `data` holds one row per record, event and instance (`flat`) or one row per value
        // (`eav`).
        form.put("type", "flat");
        // Whether blank cells are passed over or erase what is stored.
        form.put("overwriteBehavior", "normal");
        // The rows, in the format that `format` names: a JSON array of objects, CSV with a header
        // line, XML with the root `records` and one `item` per row, or an ODM document.
        form.put("data", "[{\"record_id\":\"1\",\"redcap_event_name\":\"week_4_arm_1\",\"score\":\"35\"},{\"record_id\":\"2\",\"redcap_event_name\":\"week_4_arm_1\",\"score\":\"58\"}]");
        // Format of error messages, and of the count that an import of records answers.
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
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            String answer = response.body();
            if (response.statusCode() / 100 != 2 || answer.startsWith("{\"error\":")) {
                fail("REDCap answered with status " + response.statusCode() + ": " + answer);
            }

            // Number of different records in the data, not of rows.
            // It comes as JSON. With Jackson: new ObjectMapper().readTree(answer)
            System.out.println(answer);
        } catch (IOException | IllegalArgumentException problem) {
            fail("The request failed: " + problem);
        }
    }

    private static void fail(String message) {
        System.err.println(message);
        System.exit(1);
    }
}
