// Export PDF file of Data Collection Instruments (either as blank or with data): Exports
// instruments as a PDF file, blank or filled with the data of records.
// Rights needed: API Export, Data Export Rights. In REDCap since 6.4.0.
using System;
using System.Collections.Generic;
using System.IO;
using System.Net.Http;
using System.Text;
using System.Threading.Tasks;

public static class ExportPdf
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
            { "content", "pdf" },
            // The record whose data fill the document.
            { "record", "1" },
            // Unique name of the only event to show.
            { "event", "enrollment_arm_1" },
            // Unique name of the only instrument to show.
            { "instrument", "enrollment" },
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

                // The document.
                var name = "pdf.pdf";
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
