// Export a Survey Return Code for a Participant: Exports the code with which a participant resumes
// a survey that was left unfinished.
// Rights needed: API Export, Survey Distribution Tools. In REDCap since 6.4.0.
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

public class ExportSurveyReturnCode {
    public static void main(String[] args) throws InterruptedException {
        String url = System.getenv("REDCAP_API_URL");
        String token = System.getenv("REDCAP_API_TOKEN"); // a secret: never write it into a program
        if (url == null || token == null) {
            fail("Set the environment variables REDCAP_API_URL and REDCAP_API_TOKEN.");
        }

        Map<String, String> form = new LinkedHashMap<>();
        form.put("token", token);
        form.put("content", "surveyReturnCode");
        // The record whose code is wanted.
        form.put("record", "1");
        // The instrument that is enabled as a survey.
        form.put("instrument", "contact");
        // Unique name of the event, not its label.
        form.put("event", "enrollment_arm_1");
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
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            String answer = response.body();
            if (response.statusCode() / 100 != 2 || answer.startsWith("{\"error\":")) {
                fail("REDCap answered with status " + response.statusCode() + ": " + answer);
            }

            // The bare code, without quotes in every format.
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
