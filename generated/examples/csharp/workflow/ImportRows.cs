// Imports the rows of a CSV file whose first line names the fields. REDCap takes all of them or none.
//
//     dotnet run --file workflow/ImportRows.cs [FILE]
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Threading.Tasks;

public static class ImportRows
{
    public static int Main(string[] args) => Run(args).GetAwaiter().GetResult();

    private static async Task<int> Run(string[] args)
    {
        var file = args.Length > 0 ? args[0] : "workflow/rows.csv";

        Console.OutputEncoding = new UTF8Encoding(false); // values may hold any letters, wherever they are shown
        var url = Environment.GetEnvironmentVariable("REDCAP_API_URL");
        var token = Environment.GetEnvironmentVariable("REDCAP_API_TOKEN"); // a secret: never write it into a program
        if (string.IsNullOrEmpty(url) || string.IsNullOrEmpty(token))
        {
            Console.Error.WriteLine("Set the environment variables REDCAP_API_URL and REDCAP_API_TOKEN.");
            return 1;
        }

        try
        {
            var rows = File.ReadAllText(file);

            var form = new Dictionary<string, string>
            {
                { "token", token },
                { "content", "record" },
                // The rows, in the format that `format` names: a JSON array of objects, CSV with a
                // header line, XML with the root `records` and one `item` per row, or an ODM document.
                { "data", rows },
                // Format of the payload in `data`.
                { "format", "csv" },
                // Whether blank cells are passed over or erase what is stored.
                { "overwriteBehavior", "normal" },
                // What the answer holds.
                { "returnContent", "count" },
                // Format of error messages, and of the count that an import of records answers.
                { "returnFormat", "csv" },
                // Whether `data` holds one row per record, event and instance (`flat`) or one row per
                // value (`eav`).
                { "type", "flat" },
            };

            // Not FormUrlEncodedContent: outside of .NET 5 and newer it takes 64 KB and no more.
            var body = string.Join("&", form.Select(part => WebUtility.UrlEncode(part.Key) + "=" + WebUtility.UrlEncode(part.Value)));

            // Certificates are checked; the token goes to this address and to no other.
            using (var handler = new HttpClientHandler { AllowAutoRedirect = false })
            using (var client = new HttpClient(handler) { Timeout = TimeSpan.FromMinutes(5) })
            using (var content = new StringContent(body, Encoding.UTF8, "application/x-www-form-urlencoded"))
            using (var response = await client.PostAsync(url, content))
            {
                // For a value that does not fit, REDCap answers a line with record, field, value and reason.
                var answer = await response.Content.ReadAsStringAsync();
                if (!response.IsSuccessStatusCode || answer.StartsWith("ERROR:", StringComparison.Ordinal))
                {
                    Console.Error.WriteLine($"REDCap refused the rows (status {(int)response.StatusCode}).\n{answer}");
                    return 1;
                }
                Console.WriteLine("Imported records: " + answer);
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
