//go:build ignore

// Import User Roles: Adds user roles to a project or changes the rights of existing ones.
// Rights needed: API Import/Update, User Rights. In REDCap since 11.3.0.
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
	form.Set("content", "userRole")
	// Format of the payload in `data`.
	form.Set("format", "json")
	// The roles to add or change.
	form.Set("data", `[{"unique_role_name":"","role_label":"Data entry","calendar":"1","record_create":"1","forms":{"visit":1}}]`)
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

	// Number of roles added or changed.
	fmt.Println(string(answer))
	return nil
}
