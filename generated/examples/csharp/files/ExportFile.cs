// Export a File: Exports the file that a record holds in a file upload or signature field.
// Rights needed: API Export, Data Export Rights. In REDCap since 4.0.0 or earlier.
using System;
using System.Collections.Generic;
using System.IO;
using System.Net.Http;
using System.Text;
using System.Threading.Tasks;

public static class ExportFile
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
            { "action", "export" },
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
                if (!response.IsSuccessStatusCode)
                {
                    var message = await response.Content.ReadAsStringAsync();
                    Console.Error.WriteLine($"REDCap answered with status {(int)response.StatusCode}: {message}");
                    return 1;
                }

                // The file, with its media type and original name.
                var name = "scan_1.txt";
                File.WriteAllBytes(name, await response.Content.ReadAsByteArrayAsync());
                Console.WriteLine("Saved as " + name);
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
