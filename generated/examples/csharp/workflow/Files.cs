// Uploads a file to a file upload field, then downloads it again under the name that REDCap has for it.
//
//     dotnet run --file workflow/Files.cs [FILE [RECORD [FIELD [EVENT]]]]
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading.Tasks;

public static class Files
{
    /// <summary>How .NET writes and reads headers: a byte for each character.</summary>
    private static readonly Encoding Latin1 = Encoding.GetEncoding("ISO-8859-1");

    public static int Main(string[] args) => Run(args).GetAwaiter().GetResult();

    private static async Task<int> Run(string[] args)
    {
        var file = args.Length > 0 ? args[0] : "workflow/scan.txt";
        var record = args.Length > 1 ? args[1] : "2";
        var field = args.Length > 2 ? args[2] : "scan";
        var eventName = args.Length > 3 ? args[3] : "week_1_arm_1"; // in longitudinal projects only

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
            // Certificates are checked; the token goes to this address and to no other.
            using (var handler = new HttpClientHandler { AllowAutoRedirect = false })
            using (var client = new HttpClient(handler) { Timeout = TimeSpan.FromMinutes(5) })
            {
                await Upload(client, url, UploadForm(token, record, field, eventName), file);
                Console.WriteLine("Uploaded " + file);
                var target = await Download(client, url, DownloadForm(token, record, field, eventName), "downloads");
                Console.WriteLine("Downloaded " + target);
                return 0;
            }
        }
        catch (Exception problem)
        {
            Console.Error.WriteLine("The request failed: " + problem.GetBaseException().Message);
            return 1;
        }
    }

    private static Dictionary<string, string> UploadForm(string token, string record, string field, string eventName)
    {
        var form = new Dictionary<string, string>
        {
            { "token", token },
            { "content", "file" },
            { "action", "import" },
            // Unique name of the event, not its label.
            { "event", eventName },
            // Name of the file upload field; not a signature field.
            { "field", field },
            // Name of the record that gets the file.
            { "record", record },
            // Format of error messages.
            { "returnFormat", "json" },
        };
        return form;
    }

    private static Dictionary<string, string> DownloadForm(string token, string record, string field, string eventName)
    {
        var form = new Dictionary<string, string>
        {
            { "token", token },
            { "content", "file" },
            { "action", "export" },
            // Unique name of the event, not its label.
            { "event", eventName },
            // Name of the file upload or signature field.
            { "field", field },
            // Name of the record that holds the file.
            { "record", record },
            // Format of error messages.
            { "returnFormat", "json" },
        };
        return form;
    }

    private static async Task Upload(HttpClient client, string url, Dictionary<string, string> form, string file)
    {
        // The file is read while it is sent.
        using (var stream = File.OpenRead(file))
        using (var content = new MultipartFormDataContent())
        {
            foreach (var field in form)
            {
                content.Add(new StringContent(field.Value), "\"" + field.Key + "\"");
            }
            // HttpClient would disguise a name beyond ASCII; like a browser, write its bytes in UTF-8 as they are.
            var name = Latin1.GetString(Encoding.UTF8.GetBytes(Path.GetFileName(file).Replace("\"", "%22")));
            var part = new StreamContent(stream);
            part.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"file\"; filename=\"{name}\"");
            content.Add(part);
            using (await Send(client, url, content))
            {
                // A file that is stored is answered with nothing.
            }
        }
    }

    /// <summary>Downloads the file into a folder, piece by piece, and gives its path.</summary>
    private static async Task<string> Download(HttpClient client, string url, Dictionary<string, string> form, string folder)
    {
        using (var content = new FormUrlEncodedContent(form))
        using (var response = await Send(client, url, content))
        {
            var target = Path.Combine(folder, Name(response.Content));
            Directory.CreateDirectory(folder);
            using (var stream = File.Create(target))
            {
                await response.Content.CopyToAsync(stream);
            }
            return target;
        }
    }

    /// <summary>The name of a file: <c>Content-Type: text/plain; name="scan.txt"</c>.</summary>
    private static string Name(HttpContent content)
    {
        content.Headers.TryGetValues("Content-Type", out var types);
        // The bytes of the name are UTF-8.
        var type = Encoding.UTF8.GetString(Latin1.GetBytes(types?.First() ?? ""));
        var name = Regex.Match(type, "name=\"([^\"]+)\"");
        return name.Success ? Path.GetFileName(name.Groups[1].Value) : "download";
    }

    private static async Task<HttpResponseMessage> Send(HttpClient client, string url, HttpContent content)
    {
        using (var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = content })
        {
            var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            if (!response.IsSuccessStatusCode)
            {
                var message = await response.Content.ReadAsStringAsync();
                throw new HttpRequestException($"REDCap answered with status {(int)response.StatusCode}: {message}");
            }
            return response;
        }
    }
}
