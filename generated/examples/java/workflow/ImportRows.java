// Imports the rows of a CSV file whose first line names the fields. REDCap takes all of them or none.
//
//     java workflow/ImportRows.java [FILE]
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

public class ImportRows {
    public static void main(String[] args) throws InterruptedException {
        Path file = Path.of(args.length > 0 ? args[0] : "workflow/rows.csv");

        String url = System.getenv("REDCAP_API_URL");
        String token = System.getenv("REDCAP_API_TOKEN"); // a secret: never write it into a program
        if (url == null || token == null) {
            fail("Set the environment variables REDCAP_API_URL and REDCAP_API_TOKEN.");
        }

        try {
            String rows = Files.readString(file);

            Map<String, String> form = new LinkedHashMap<>();
            form.put("token", token);
            form.put("content", "record");
            // The rows, in the format that `format` names: a JSON array of objects, CSV with a header
            // line, XML with the root `records` and one `item` per row, or an ODM document.
            form.put("data", rows);
            // Format of the payload in `data`.
            form.put("format", "csv");
            // Whether blank cells are passed over or erase what is stored.
            form.put("overwriteBehavior", "normal");
            // What the answer holds.
            form.put("returnContent", "count");
            // Format of error messages, and of the count that an import of records answers.
            form.put("returnFormat", "csv");
            // Whether `data` holds one row per record, event and instance (`flat`) or one row per value
            // (`eav`).
            form.put("type", "flat");

            HttpClient client = HttpClient.newBuilder()
                .connectTimeout(Duration.ofSeconds(10))
                .followRedirects(HttpClient.Redirect.NEVER) // the token goes to this address and to no other
                .build();
            String body = form.entrySet().stream()
                .map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8)
                    + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
            HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .timeout(Duration.ofMinutes(5))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());

            // For a value that does not fit, REDCap answers a line with record, field, value and reason.
            String answer = response.body();
            if (response.statusCode() / 100 != 2 || answer.startsWith("ERROR:")) {
                fail("REDCap refused the rows (status " + response.statusCode() + ").\n" + answer);
            }
            System.out.println("Imported records: " + answer);
        } catch (IOException | IllegalArgumentException problem) {
            fail("The import failed: " + problem);
        }
    }

    private static void fail(String message) {
        System.err.println(message);
        System.exit(1);
    }
}
