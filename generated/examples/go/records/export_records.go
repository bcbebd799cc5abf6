//go:build ignore

// Export Records: Exports the data of records as rows, as single values or as a CDISC ODM document.
// Rights needed: API Export, Data Export Rights. In REDCap since 4.0.0 or earlier.
package main

import (
	"bytes"
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
	address := os.Getenv("REDCAP_API_URL")
	token := os.Getenv("REDCAP_API_TOKEN") // a secret: never write it into a program
	if address == "" || token == "" {
		return errors.New("set the environment variables REDCAP_API_URL and REDCAP_API_TOKEN")
	}

	form := url.Values{}
	form.Set("token", token)
	form.Set("content", "record")
	// Format of the answer.
	form.Set("format", "json")
	// One row per record, event and instance (`flat`), or one row per stored value (`eav`).
	form.Set("type", "flat")
	// Only these records.
	form.Set("records[0]", "1")
	form.Set("records[1]", "2")
	// Only these fields, in addition to those of `forms`.
	form.Set("fields[0]", "record_id")
	form.Set("fields[1]", "enrolled")
	form.Set("fields[2]", "severity")
	// Only rows of these events, by unique name; longitudinal projects only.
	form.Set("events[0]", "enrollment_arm_1")
	// Format of error messages, and of the count that an import of records answers.
	form.Set("returnFormat", "json")

	transport := http.DefaultTransport.(*http.Transport).Clone()
	transport.TLSClientConfig = &tls.Config{InsecureSkipVerify: false} // certificates are checked
	client := &http.Client{
		Timeout:   1 * time.Minute,
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
	if response.StatusCode/100 != 2 || bytes.HasPrefix(answer, []byte(`{"error":`)) {
		return fmt.Errorf("REDCap answered with status %s: %s", response.Status, answer)
	}

	// One row per record, event and instance, with the project's fields as columns.
	var rows []map[string]any
	if err := json.Unmarshal(answer, &rows); err != nil {
		return err
	}
	encoder := json.NewEncoder(os.Stdout)
	encoder.SetEscapeHTML(false)
	for _, row := range rows {
		if err := encoder.Encode(row); err != nil {
			return err
		}
	}
	return nil
}
