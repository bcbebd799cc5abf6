//go:build ignore

// Import Metadata (Data Dictionary): Replaces the whole data dictionary of a project in Development
// status.
// Rights needed: API Import/Update, Project Design and Setup. In REDCap since 6.11.0.
// Careful: what this deletes or replaces cannot be brought back.
package main

import (
	"bytes"
	"crypto/tls"
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
	form.Set("content", "metadata")
	// Format of the payload in `data`.
	form.Set("format", "json")
	// The complete new dictionary, with all columns, in the order in which the fields shall stand.
	form.Set("data", `[{"field_name":"record_id","form_name":"contact","section_header":"","field_type":"text", "field_label":"Record ID","select_choices_or_calculations":"","field_note":"", "text_validation_type_or_show_slider_number":"","text_validation_min":"","text_validation_max":"", "identifier":"","branching_logic":"","required_field":"","custom_alignment":"","question_number":"", "matrix_group_name":"","matrix_ranking":"","field_annotation":""}, {"field_name":"severity","form_name":"enrollment","section_header":"","field_type":"radio", "field_label":"Severity","select_choices_or_calculations":"1, Mild | 2, Severe","field_note":"", "text_validation_type_or_show_slider_number":"","text_validation_min":"","text_validation_max":"", "identifier":"","branching_logic":"","required_field":"","custom_alignment":"","question_number":"", "matrix_group_name":"","matrix_ranking":"","field_annotation":""}, {"field_name":"score","form_name":"visit","section_header":"","field_type":"text", "field_label":"Score of the visit","select_choices_or_calculations":"","field_note":"", "text_validation_type_or_show_slider_number":"integer","text_validation_min":"0","text_validation_max":"100", "identifier":"","branching_logic":"","required_field":"y","custom_alignment":"","question_number":"", "matrix_group_name":"","matrix_ranking":"","field_annotation":""}]`)
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

	// Number of fields imported.
	fmt.Println(string(answer))
	return nil
}
