//go:build ignore

// Call an External Module action: Passes a call on to an external module and returns what the
// module answers.
// Rights needed: External Modules API. In REDCap since 14.6.4.
// Careful: what this deletes or replaces cannot be brought back.
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
	form.Set("content", "externalModule")
	// Unique prefix of the module, a short name without blanks.
	form.Set("prefix", "sandbox_echo")
	// An action that the module offers, or one of `__version`, `__actions` and `__info`.
	form.Set("action", "echo")
	// Format in which the module should answer.
	form.Set("format", "json")
	// Format in which errors should come.
	form.Set("returnFormat", "json")
	form.Set("record", "1")

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

	// The text or file that the module answers.
	var result any
	if err := json.Unmarshal(answer, &result); err != nil {
		return err
	}
	encoder := json.NewEncoder(os.Stdout)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(result)
}
