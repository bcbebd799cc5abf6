// Import DAGs: Creates Data Access Groups or renames existing ones.
// Rights needed: API Import/Update, Data Access Groups. In REDCap since 10.8.0 or earlier.
// Careful: what this deletes or replaces cannot be brought back.
using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Text;
using System.Threading.Tasks;

public static class ImportDags
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
            { "content", "dag" },
            { "action", "import" },
            // Format of the payload in `data`.
            { "format", "json" },
            // The groups to create or rename.
            { "data", "[{\"data_access_group_name\":\"Paris\",\"unique_group_name\":\"\"}]" },
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

                // Number of groups added or updated.
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
