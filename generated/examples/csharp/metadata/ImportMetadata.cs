// Import Metadata (Data Dictionary): Replaces the whole data dictionary of a project in Development
// status.
// Rights needed: API Import/Update, Project Design and Setup. In REDCap since 6.11.0.
// Careful: what this deletes or replaces cannot be brought back.
using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Text;
using System.Threading.Tasks;

public static class ImportMetadata
{
    public static int Main() => Run().GetAwaiter().GetResult();

    private static async Task<int> Run()
    {
        Console.OutputEncoding = new UTF8Encoding(false); // values may hold any letters, wherever they are shown
        var url = Environment.GetEnvironmentVariable("REDCAP_API_URL");
        var token = Environment.GetEnvironmentVariable("REDCAP_API_TOKEN"); // a secret: never write it into a program
        if (string.IsNullOrEmpty(url) || string.IsNullOrEmpty(token))
        {
            Console.Error.WriteLine("Set the environment variables REDCAP_API_URL and REDCAP_API_TOKEN.");
            return 1;
        }

        var form = new Dictionary<string, string>
        {
            { "token", token },
            { "content", "metadata" },
            // Format of the payload in `data`.
            { "format", "json" },
            // The complete new dictionary, with all columns, in the order in which the fields shall
            // stand.
            { "data", "[{\"field_name\":\"record_id\",\"form_name\":\"contact\",\"section_header\":\"\",\"field_type\":\"text\", \"field_label\":\"Record ID\",\"select_choices_or_calculations\":\"\",\"field_note\":\"\", \"text_validation_type_or_show_slider_number\":\"\",\"text_validation_min\":\"\",\"text_validation_max\":\"\", \"identifier\":\"\",\"branching_logic\":\"\",\"required_field\":\"\",\"custom_alignment\":\"\",\"question_number\":\"\", \"matrix_group_name\":\"\",\"matrix_ranking\":\"\",\"field_annotation\":\"\"}, {\"field_name\":\"severity\",\"form_name\":\"enrollment\",\"section_header\":\"\",\"field_type\":\"radio\", \"field_label\":\"Severity\",\"select_choices_or_calculations\":\"1, Mild | 2, Severe\",\"field_note\":\"\", \"text_validation_type_or_show_slider_number\":\"\",\"text_validation_min\":\"\",\"text_validation_max\":\"\", \"identifier\":\"\",\"branching_logic\":\"\",\"required_field\":\"\",\"custom_alignment\":\"\",\"question_number\":\"\", \"matrix_group_name\":\"\",\"matrix_ranking\":\"\",\"field_annotation\":\"\"}, {\"field_name\":\"score\",\"form_name\":\"visit\",\"section_header\":\"\",\"field_type\":\"text\", \"field_label\":\"Score of the visit\",\"select_choices_or_calculations\":\"\",\"field_note\":\"\", \"text_validation_type_or_show_slider_number\":\"integer\",\"text_validation_min\":\"0\",\"text_validation_max\":\"100\", \"identifier\":\"\",\"branching_logic\":\"\",\"required_field\":\"y\",\"custom_alignment\":\"\",\"question_number\":\"\", \"matrix_group_name\":\"\",\"matrix_ranking\":\"\",\"field_annotation\":\"\"}]" },
            // Format of error messages, and of the count that an import of records answers.
            { "returnFormat", "json" },
        };

        try
        {
            // Certificates are checked; the token goes to this address and to no other.
            using (var handler = new HttpClientHandler { AllowAutoRedirect = false })
            using (var client = new HttpClient(handler) { Timeout = TimeSpan.FromMinutes(1) })
            using (var content = new FormUrlEncodedContent(form))
            using (var response = await client.PostAsync(url, content))
            {
                var answer = await response.Content.ReadAsStringAsync();
                if (!response.IsSuccessStatusCode || answer.StartsWith("{\"error\":", StringComparison.Ordinal))
                {
                    Console.Error.WriteLine($"REDCap answered with status {(int)response.StatusCode}: {answer}");
                    return 1;
                }

                // Number of fields imported.
                Console.WriteLine(answer);
                return 0;
            }
        }
        catch (Exception problem)
        {
            Console.Error.WriteLine("The request failed: " + problem.GetBaseException().Message);
            return 1;
        }
    }
}
