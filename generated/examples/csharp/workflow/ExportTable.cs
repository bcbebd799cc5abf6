// Exports all records of a project into a table and saves it as CSV: a job for cron or the Task Scheduler.
//
//     dotnet run --file workflow/ExportTable.cs [FILE]
using System;
using System.Collections.Generic;
using System.Data;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Runtime.Serialization.Json;
using System.Text;
using System.Threading.Tasks;
using System.Xml;
using System.Xml.Linq;

public static class ExportTable
{
    public static int Main(string[] args) => Run(args).GetAwaiter().GetResult();

    private static async Task<int> Run(string[] args)
    {
        var file = args.Length > 0 ? args[0] : "records.csv";

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
            { "content", "record" },
            // Format of the answer.
            { "format", "json" },
            // Codes or labels of choices.
            { "rawOrLabel", "raw" },
            // Format of error messages, and of the count that an import of records answers.
            { "returnFormat", "json" },
            // One row per record, event and instance (`flat`), or one row per stored value (`eav`).
            { "type", "flat" },
        };

        try
        {
            // Certificates are checked; the token goes to this address and to no other.
            using (var handler = new HttpClientHandler { AllowAutoRedirect = false })
            using (var client = new HttpClient(handler) { Timeout = TimeSpan.FromMinutes(5) })
            using (var content = new FormUrlEncodedContent(form))
            using (var response = await client.PostAsync(url, content))
            {
                var answer = await response.Content.ReadAsStringAsync();
                if (!response.IsSuccessStatusCode || answer.StartsWith("{\"error\":", StringComparison.Ordinal))
                {
                    Console.Error.WriteLine($"REDCap answered with status {(int)response.StatusCode}: {answer}");
                    return 1;
                }

                var table = ReadTable(answer);
                Console.WriteLine($"{table.Rows.Count} rows with {table.Columns.Count} columns");

                // Whoever reads the file meanwhile sees the old one or the new one, whole.
                var part = file + ".part";
                File.WriteAllLines(part, CsvLines(table));
                if (File.Exists(file))
                {
                    File.Replace(part, file, null);
                }
                else
                {
                    File.Move(part, file);
                }
                Console.WriteLine("Saved as " + file);
                return 0;
            }
        }
        catch (Exception problem)
        {
            Console.Error.WriteLine("The request failed: " + problem.GetBaseException().Message);
            return 1;
        }
    }

    /// <summary>The rows of an answer in JSON. Every value is a text: empty is not the same as 0.</summary>
    private static DataTable ReadTable(string json)
    {
        var table = new DataTable();
        using (var reader = JsonReaderWriterFactory.CreateJsonReader(Encoding.UTF8.GetBytes(json), XmlDictionaryReaderQuotas.Max))
        {
            foreach (var row in XElement.Load(reader).Elements())
            {
                if (table.Columns.Count == 0)
                {
                    table.Columns.AddRange(row.Elements().Select(cell => new DataColumn(cell.Name.LocalName)).ToArray());
                }
                table.Rows.Add(row.Elements().Select(cell => cell.Value).ToArray<object>());
            }
        }
        return table;
    }

    private static IEnumerable<string> CsvLines(DataTable table)
    {
        yield return string.Join(",", table.Columns.Cast<DataColumn>().Select(column => column.ColumnName));
        foreach (DataRow row in table.Rows)
        {
            yield return string.Join(",", row.ItemArray.Select(cell => Quoted((string)cell)));
        }
    }

    private static string Quoted(string cell) =>
        cell.IndexOfAny(new[] { ',', '"', '\r', '\n' }) < 0 ? cell : "\"" + cell.Replace("\"", "\"\"") + "\"";
}
