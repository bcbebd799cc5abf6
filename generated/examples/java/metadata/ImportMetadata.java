// Import Metadata (Data Dictionary): Replaces the whole data dictionary of a project in Development
// status.
// Rights needed: API Import/Update, Project Design and Setup. In REDCap since 6.11.0.
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

public class ImportMetadata {
    public static void main(String[] args) throws InterruptedException {
        String url = System.getenv("REDCAP_API_URL");
        String token = System.getenv("REDCAP_API_TOKEN"); // a secret: never write it into a program
        if (url == null || token == null) {
            fail("Set the environment variables REDCAP_API_URL and REDCAP_API_TOKEN.");
        }

        Map<String, String> form = new LinkedHashMap<>();
        form.put("token", token);
        form.put("content", "metadata");
        // Format of the payload in `data`.
        form.put("format", "json");
        // The complete new dictionary, with all columns, in the order in which the fields shall
        // stand.
        form.put("data", "[{\"field_name\":\"record_id\",\"form_name\":\"contact\",\"section_header\":\"\",\"field_type\":\"text\", \"field_label\":\"Record ID\",\"select_choices_or_calculations\":\"\",\"field_note\":\"\", \"text_validation_type_or_show_slider_number\":\"\",\"text_validation_min\":\"\",\"text_validation_max\":\"\", \"identifier\":\"\",\"branching_logic\":\"\",\"required_field\":\"\",\"custom_alignment\":\"\",\"question_number\":\"\", \"matrix_group_name\":\"\",\"matrix_ranking\":\"\",\"field_annotation\":\"\"}, {\"field_name\":\"severity\",\"form_name\":\"enrollment\",\"section_header\":\"\",\"field_type\":\"radio\", \"field_label\":\"Severity\",\"select_choices_or_calculations\":\"1, Mild | 2, Severe\",\"field_note\":\"\", \"text_validation_type_or_show_slider_number\":\"\",\"text_validation_min\":\"\",\"text_validation_max\":\"\", \"identifier\":\"\",\"branching_logic\":\"\",\"required_field\":\"\",\"custom_alignment\":\"\",\"question_number\":\"\", \"matrix_group_name\":\"\",\"matrix_ranking\":\"\",\"field_annotation\":\"\"}, {\"field_name\":\"score\",\"form_name\":\"visit\",\"section_header\":\"\",\"field_type\":\"text\", \"field_label\":\"Score of the visit\",\"select_choices_or_calculations\":\"\",\"field_note\":\"\", \"text_validation_type_or_show_slider_number\":\"integer\",\"text_validation_min\":\"0\",\"text_validation_max\":\"100\", \"identifier\":\"\",\"branching_logic\":\"\",\"required_field\":\"y\",\"custom_alignment\":\"\",\"question_number\":\"\", \"matrix_group_name\":\"\",\"matrix_ranking\":\"\",\"field_annotation\":\"\"}]");
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

            // Number of fields imported.
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
