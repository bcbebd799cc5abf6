//go:build ignore

// Export a File: Exports the file that a record holds in a file upload or signature field.
// Rights needed: API Export, Data Export Rights. In REDCap since 4.0.0 or earlier.
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
	form.Set("content", "file")
	form.Set("action", "export")
	// Name of the record that holds the file.
	form.Set("record", "1")
	// Name of the file upload or signature field.
	form.Set("field", "scan")
	// Unique name of the event, not its label.
	form.Set("event", "week_1_arm_1")
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

	// The file, with its media type and original name.
	name := "scan_1.txt"
	if err := os.WriteFile(name, answer, 0o600); err != nil {
		return err
	}
	fmt.Println("Saved as", name)
	return nil
}
