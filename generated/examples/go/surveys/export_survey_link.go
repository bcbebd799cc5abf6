//go:build ignore

// Export a Survey Link for a Participant: Exports the link under which one record fills in one
// survey.
// Rights needed: API Export, Survey Distribution Tools. In REDCap since 6.4.0.
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
	form.Set("content", "surveyLink")
	// The record whose link is wanted.
	form.Set("record", "1")
	// The instrument that is enabled as a survey.
	form.Set("instrument", "contact")
	// Unique name of the event, not its label.
	form.Set("event", "enrollment_arm_1")
	// Format of error messages.
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

	// The bare address, without quotes in every format.
	fmt.Println(string(answer))
	return nil
}
