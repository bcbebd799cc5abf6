//go:build ignore

// Export PDF file of Data Collection Instruments (either as blank or with data): Exports
// instruments as a PDF file, blank or filled with the data of records.
// Rights needed: API Export, Data Export Rights. In REDCap since 6.4.0.
package main

import (
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
	form.Set("content", "pdf")
	// The record whose data fill the document.
	form.Set("record", "1")
	// Unique name of the only event to show.
	form.Set("event", "enrollment_arm_1")
	// Unique name of the only instrument to show.
	form.Set("instrument", "enrollment")
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
	if response.StatusCode/100 != 2 {
		return fmt.Errorf("REDCap answered with status %s: %s", response.Status, answer)
	}

	// The document.
	name := "pdf.pdf"
	if err := os.WriteFile(name, answer, 0o600); err != nil {
		return err
	}
	fmt.Println("Saved as", name)
	return nil
}
