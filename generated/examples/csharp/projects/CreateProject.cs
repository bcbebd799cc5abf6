// Create A New Project: Creates a project with a super token and returns a token for it.
// In REDCap since 6.11.0.
using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Text;
using System.Threading.Tasks;

public static class CreateProject
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
            { "content", "project" },
            // Format of the payload in `data`.
            { "format", "json" },
            // Title, purpose and first settings of the project.
            { "data", "[{\"project_title\":\"Migraine Diary\",\"purpose\":1,\"purpose_other\":\"Method comparison\",\"is_longitudinal\":1,\"record_autonumbering_enabled\":0}]" },
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

                // The token of the caller for the new project, 32 characters in every format.
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
