//go:build ignore

// Import Repeating Instruments and Events: Replaces the setup of repeating instruments and events.
// Rights needed: API Import/Update, Project Design and Setup. In REDCap since 8.10.0.
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
	form.Set("content", "repeatingFormsEvents")
	// Format of the payload in `data`.
	form.Set("format", "json")
	// All repeating instruments and events that the project is to have.
	form.Set("data", `[{"event_name":"week_1_arm_1","form_name":"diary","custom_form_label":"[diary_day]"},{"event_name":"week_1_arm_1","form_name":"adverse_event","custom_form_label":"[ae_term]"},{"event_name":"week_4_arm_1","form_name":"visit","custom_form_label":""}]`)
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

	// Number of repeating instruments and events imported.
	fmt.Println(string(answer))
	return nil
}
