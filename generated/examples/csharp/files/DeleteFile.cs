// Delete a File: Removes the file from a file upload or signature field of a record.
// Rights needed: API Import/Update. In REDCap since 4.0.0 or earlier.
// Careful: what this deletes or replaces cannot be brought back.
using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Text;
using System.Threading.Tasks;

public static class DeleteFile
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
            { "content", "file" },
            { "action", "delete" },
            // Name of the record that holds the file.
            { "record", "1" },
            // Name of the file upload or signature field.
            { "field", "scan" },
            // Unique name of the event, not its label.
            { "event", "week_1_arm_1" },
            // Format of error messages.
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

                // The file is deleted.
                Console.WriteLine("Done.");
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
