//go:build ignore

// Imports the rows of a CSV file whose first line names the fields. REDCap takes all of them or none.
//
//	go run workflow/import_rows.go [FILE]
package main

import (
	"crypto/tls"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"
	"time"
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run() error {
	file := "workflow/rows.csv"
	if len(os.Args) > 1 {
		file = os.Args[1]
	}

	address := os.Getenv("REDCAP_API_URL")
	token := os.Getenv("REDCAP_API_TOKEN") // a secret: never write it into a program
	if address == "" || token == "" {
		return errors.New("set the environment variables REDCAP_API_URL and REDCAP_API_TOKEN")
	}

	content, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	rows := string(content)

	form := url.Values{}
	form.Set("token", token)
	form.Set("content", "record")
	// The rows, in the format that `format` names: a JSON array of objects, CSV with a header line,
	// XML with the root `records` and one `item` per row, or an ODM document.
	form.Set("data", rows)
	// Format of the payload in `data`.
	form.Set("format", "csv")
	// Whether blank cells are passed over or erase what is stored.
	form.Set("overwriteBehavior", "normal")
	// What the answer holds.
	form.Set("returnContent", "count")
	// Format of error messages, and of the count that an import of records answers.
	form.Set("returnFormat", "json")
	// Whether `data` holds one row per record, event and instance (`flat`) or one row per value
	// (`eav`).
	form.Set("type", "flat")

	transport := http.DefaultTransport.(*http.Transport).Clone()
	transport.TLSClientConfig = &tls.Config{InsecureSkipVerify: false} // certificates are checked
	client := &http.Client{
		Timeout:   5 * time.Minute,
		Transport: transport,
		CheckRedirect: func(*http.Request, []*http.Request) error {
			return http.ErrUseLastResponse // the token goes to this address and to no other
		},
	}
	response, err := client.PostForm(address, form)
	if err != nil {
		return err
	}
	defer response.Body.Close()
	answer, err := io.ReadAll(response.Body)
	if err != nil {
		return err
	}

	var result struct {
		Count int
		Error string
	}
	if err := json.Unmarshal(answer, &result); err != nil {
		// Not from REDCap, but from a server before it.
		return fmt.Errorf("the server answered with status %s: %s", response.Status, answer)
	}
	if response.StatusCode/100 != 2 || result.Error != "" {
		// For a value that does not fit: a line with record, field, value and reason.
		return fmt.Errorf("REDCap refused the rows (status %s).\n%s", response.Status, result.Error)
	}
	fmt.Println("Imported records:", result.Count)
	return nil
}
