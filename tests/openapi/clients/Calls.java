// Calls of the Java client that openapi-generator makes, on the sandbox.

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.openapitools.client.ApiClient;
import org.openapitools.client.ApiException;
import org.openapitools.client.api.ArmsApi;
import org.openapitools.client.api.FilesApi;
import org.openapitools.client.api.RecordsApi;
import org.openapitools.client.model.Format;
import org.openapitools.client.model.RecordFormat;

public class Calls {
  static final RecordsApi RECORDS;
  static final FilesApi FILES;
  static final ArmsApi ARMS;
  static final String ADDRESS = System.getenv("REDCAP_API_URL");

  static {
    ApiClient client = new ApiClient();
    client.updateBaseUri(ADDRESS.replaceAll("/$", ""));
    RECORDS = new RecordsApi(client);
    FILES = new FilesApi(client);
    ARMS = new ArmsApi(client);
  }

  static void check(boolean holds, String what, Object seen) {
    if (!holds) throw new AssertionError(what + ": " + seen);
  }

  // A list left out must be an empty one.
  static List<Map<String, Object>> rows(String token, List<String> names) throws ApiException {
    List<String> none = List.of();
    return RECORDS.exportRecords(token, "record", RecordFormat.JSON, null, names, List.of("record_id"), none, none, null, null,
        null, Format.JSON, null, null, null, null, null, null, null, null, null);
  }

  static Set<Object> ids(List<Map<String, Object>> rows) {
    Set<Object> ids = new TreeSet<>();
    rows.forEach(row -> ids.add(row.get("record_id")));
    return ids;
  }

  public static void main(String[] arguments) throws Exception {
    String token = System.getenv("REDCAP_API_TOKEN");
    HttpRequest reset = HttpRequest.newBuilder(URI.create(ADDRESS).resolve("/_sandbox/reset"))
        .POST(HttpRequest.BodyPublishers.noBody()).build();
    HttpClient.newHttpClient().send(reset, HttpResponse.BodyHandlers.discarding());

    // Both records come only if the list is on the wire as REDCap takes it.
    Set<Object> two = ids(rows(token, List.of("1", "2", "no, such")));
    check(two.equals(Set.of("1", "2")), "two records", two);
    var arms = ARMS.exportArms(token, "arm", Format.JSON, List.of(1, 2), null);
    check(arms.size() == 2 && arms.get(0).getArmNum() == 1, "two arms", arms);

    String data = "[{\"record_id\": \"1\", \"redcap_event_name\": \"week_4_arm_1\", \"score\": \"35\"}]";
    Object count = RECORDS.importRecords(token, "record", data, RecordFormat.JSON, null, null, null, null, null, null, null, Format.JSON);
    check(count.equals(Map.of("count", 1)), "one record", count);

    JsonNode place = new ObjectMapper().readTree(System.getenv("UPLOAD"));
    String record = place.get("record").asText(), field = place.get("field").asText(), event = place.path("event").asText(null);
    File file = Path.of(System.getenv("WORK"), "scan.txt").toFile();
    Files.writeString(file.toPath(), "bytes");
    FILES.importFile(token, "file", "import", record, field, file, event, null, null);
    File kept = FILES.exportFile(token, "file", "export", record, field, event, null, null);
    check(Files.readString(kept.toPath()).equals("bytes"), "the file", kept);

    try {
      rows("F".repeat(32), List.of());
      throw new AssertionError("a wrong token is taken");
    } catch (ApiException error) {
      check(error.getCode() == 403 && error.getResponseBody().contains("permissions"), "a wrong token", error);
    }

    String gone = RECORDS.deleteRecords(token, "record", "delete", List.of("3", "4"), null, null, null, null, null, null);
    check(gone.equals("2"), "deleted", gone);
    Set<Object> left = ids(rows(token, List.of()));
    check(!left.contains("3") && !left.contains("4") && left.contains("1"), "left", left);
    System.out.println("RESULT 8 calls");
  }
}
