// Exports all records of a project into a table and saves it as CSV: a job for cron or the Task Scheduler.
//
//     java workflow/ExportTable.java [FILE]
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

public class ExportTable {
    public static void main(String[] args) throws InterruptedException {
        Path file = Path.of(args.length > 0 ? args[0] : "records.csv");

        String url = System.getenv("REDCAP_API_URL");
        String token = System.getenv("REDCAP_API_TOKEN"); // a secret: never write it into a program
        if (url == null || token == null) {
            fail("Set the environment variables REDCAP_API_URL and REDCAP_API_TOKEN.");
        }

        Map<String, String> form = new LinkedHashMap<>();
        form.put("token", token);
        form.put("content", "record");
        // Format of the answer.
        form.put("format", "csv");
        // Codes or labels of choices.
        form.put("rawOrLabel", "raw");
        // Format of error messages, and of the count that an import of records answers.
        form.put("returnFormat", "csv");
        // One row per record, event and instance (`flat`), or one row per stored value (`eav`).
        form.put("type", "flat");

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
                .timeout(Duration.ofMinutes(5))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            String answer = response.body();
            if (response.statusCode() / 100 != 2 || answer.startsWith("ERROR:")) {
                fail("REDCap answered with status " + response.statusCode() + ": " + answer);
            }

            List<Map<String, String>> rows = rows(answer);
            int columns = rows.isEmpty() ? 0 : rows.get(0).size();
            System.out.println(rows.size() + " rows with " + columns + " columns");

            // Whoever reads the file meanwhile sees the old one or the new one, whole.
            Path part = Path.of(file + ".part");
            Files.writeString(part, answer);
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            System.out.println("Saved as " + file);
        } catch (IOException | IllegalArgumentException problem) {
            fail("The request failed: " + problem);
        }
    }

    /** The rows of a CSV text below its header, each with a value for every column. */
    private static List<Map<String, String>> rows(String csv) {
        List<Map<String, String>> rows = new ArrayList<>();
        List<String> header = null;
        for (List<String> cells : cells(csv)) {
            if (header == null) {
                header = cells;
                continue;
            }
            Map<String, String> row = new LinkedHashMap<>();
            for (int column = 0; column < header.size(); column++) {
                row.put(header.get(column), cells.get(column));
            }
            rows.add(row);
        }
        return rows;
    }

    /** The cells of a CSV text, line by line; in quotes stand commas, line ends and doubled quotes. */
    private static List<List<String>> cells(String text) {
        String csv = text.endsWith("\n") ? text : text + "\n";
        List<List<String>> lines = new ArrayList<>();
        List<String> line = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int at = 0; at < csv.length(); at++) {
            char one = csv.charAt(at);
            if (one == '"') {
                if (!quoted && at > 0 && csv.charAt(at - 1) == '"') {
                    cell.append(one); // the second of two
                }
                quoted = !quoted;
            } else if (quoted || one != ',' && one != '\n' && one != '\r') {
                cell.append(one);
            } else if (one != '\r') {
                line.add(cell.toString());
                cell.setLength(0);
                if (one == '\n') {
                    lines.add(line);
                    line = new ArrayList<>();
                }
            }
        }
        return lines;
    }

    private static void fail(String message) {
        System.err.println(message);
        System.exit(1);
    }
}
