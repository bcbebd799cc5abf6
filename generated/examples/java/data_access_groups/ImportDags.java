// Import DAGs: Creates Data Access Groups or renames existing ones.
// Rights needed: API Import/Update, Data Access Groups. In REDCap since 10.8.0 or earlier.
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

public class ImportDags {
    public static void main(String[] args) throws InterruptedException {
        String url = System.getenv("REDCAP_API_URL");
        String token = System.getenv("REDCAP_API_TOKEN"); // a secret: never write it into a program
        if (url == null || token == null) {
            fail("Set the environment variables REDCAP_API_URL and REDCAP_API_TOKEN.");
        }

        Map<String, String> form = new LinkedHashMap<>();
        form.put("token", token);
        form.put("content", "dag");
        form.put("action", "import");
        // Format of the payload in `data`.
        form.put("format", "json");
        // The groups to create or rename.
        form.put("data", "[{\"data_access_group_name\":\"Paris\",\"unique_group_name\":\"\"}]");
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

            // Number of groups added or updated.
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
