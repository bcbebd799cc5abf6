// Import a File: Stores a file in a file upload field of a record.
// Rights needed: API Import/Update. In REDCap since 4.0.0 or earlier.
// Careful: what this deletes or replaces cannot be brought back.
using System;
using System.Collections.Generic;
using System.IO;
using System.Net.Http;
using System.Text;
using System.Threading.Tasks;

public static class ImportFile
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
            { "action", "import" },
            // Name of the record that gets the file.
            { "record", "2" },
            // Name of the file upload field; not a signature field.
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
            using (var content = new MultipartFormDataContent())
            {
                foreach (var field in form)
                {
                    content.Add(new StringContent(field.Value), "\"" + field.Key + "\"");
                }
                // The file, as a multipart part with a file name.
                var file = "scan_2.txt";
                content.Add(new ByteArrayContent(File.ReadAllBytes(file)), "\"file\"", "\"" + file + "\"");

                using (var response = await client.PostAsync(url, content))
                {
                    var answer = await response.Content.ReadAsStringAsync();
                    if (!response.IsSuccessStatusCode || answer.StartsWith("{\"error\":", StringComparison.Ordinal))
                    {
                        Console.Error.WriteLine($"REDCap answered with status {(int)response.StatusCode}: {answer}");
                        return 1;
                    }

                    // The file is stored.
                    Console.WriteLine("Done.");
                    return 0;
                }
            }
        }
        catch (Exception problem)
        {
            Console.Error.WriteLine("The request failed: " + problem.GetBaseException().Message);
            return 1;
        }
    }
}
