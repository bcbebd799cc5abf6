// Export User Roles: Exports the user roles of a project with the rights each one gives.
// Rights needed: API Export, User Rights. In REDCap since 11.3.0.
using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Runtime.Serialization.Json;
using System.Text;
using System.Threading.Tasks;
using System.Xml;
using System.Xml.Linq;

public static class ExportUserRoles
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
            { "content", "userRole" },
            // Format of the answer.
            { "format", "json" },
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

                // The roles of the project.
                foreach (var row in Parse(answer).Elements())
                {
                    Console.WriteLine(Show(row));
                }
                return 0;
            }
        }
        catch (Exception problem)
        {
            Console.Error.WriteLine("The request failed: " + problem.GetBaseException().Message);
            return 1;
        }
    }

    /// <summary>JSON as a tree: the parts of an object or a list are the elements of an element.</summary>
    private static XElement Parse(string json)
    {
        using (var reader = JsonReaderWriterFactory.CreateJsonReader(Encoding.UTF8.GetBytes(json), XmlDictionaryReaderQuotas.Max))
        {
            return XElement.Load(reader);
        }
    }

    /// <summary>A value as text; an object or a list with the names of its parts.</summary>
    private static string Show(XElement value)
    {
        if (!value.HasElements)
        {
            return value.Value;
        }
        var parts = value.Elements().Select(part =>
            ((string)part.Attribute("item") ?? part.Name.LocalName) + ": " + Show(part));
        return "{ " + string.Join(", ", parts) + " }";
    }
}
