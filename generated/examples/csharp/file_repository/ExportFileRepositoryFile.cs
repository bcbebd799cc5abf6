// Export a File from the File Repository: Exports a file of the File Repository as bytes.
// Rights needed: API Export, File Repository. In REDCap since 13.1.0.
using System;
using System.Collections.Generic;
using System.IO;
using System.Net.Http;
using System.Text;
using System.Threading.Tasks;

public static class ExportFileRepositoryFile
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
            { "content", "fileRepository" },
            { "action", "export" },
            // Id of the file, from the list of files and folders.
            { "doc_id", "2024" },
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
                var name = "protocol.txt";
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
