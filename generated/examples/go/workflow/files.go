//go:build ignore

// Uploads a file to a file upload field, then downloads it again under the name that REDCap has for it.
//
//	go run workflow/files.go [FILE [RECORD [FIELD [EVENT]]]]
package main

import (
	"bytes"
	"crypto/tls"
	"errors"
	"fmt"
	"io"
	"mime/multipart"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
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

	transport := http.DefaultTransport.(*http.Transport).Clone()
	transport.TLSClientConfig = &tls.Config{InsecureSkipVerify: false} // certificates are checked
	client := &http.Client{
		Timeout:   5 * time.Minute,
		Transport: transport,
		CheckRedirect: func(*http.Request, []*http.Request) error {
			return http.ErrUseLastResponse // the token goes to this address and to no other
		},
	}

	// An event is needed in longitudinal projects only.
	file, record, field, event := "workflow/scan.txt", "2", "scan", "week_1_arm_1"
	for at, argument := range []*string{&file, &record, &field, &event} {
		if at+1 < len(os.Args) {
			*argument = os.Args[at+1]
		}
	}

	if err := upload(client, address, uploadForm(token, record, field, event), file); err != nil {
		return err
	}
	fmt.Println("Uploaded", file)
	target, err := download(client, address, downloadForm(token, record, field, event), "downloads")
	if err != nil {
		return err
	}
	fmt.Println("Downloaded", target)
	return nil
}

func uploadForm(token, record, field, event string) url.Values {
	form := url.Values{}
	form.Set("token", token)
	form.Set("content", "file")
	form.Set("action", "import")
	// Unique name of the event, not its label.
	form.Set("event", event)
	// Name of the file upload field; not a signature field.
	form.Set("field", field)
	// Name of the record that gets the file.
	form.Set("record", record)
	// Format of error messages.
	form.Set("returnFormat", "json")

	return form
}

func downloadForm(token, record, field, event string) url.Values {
	form := url.Values{}
	form.Set("token", token)
	form.Set("content", "file")
	form.Set("action", "export")
	// Unique name of the event, not its label.
	form.Set("event", event)
	// Name of the file upload or signature field.
	form.Set("field", field)
	// Name of the record that holds the file.
	form.Set("record", record)
	// Format of error messages.
	form.Set("returnFormat", "json")

	return form
}

func upload(client *http.Client, address string, form url.Values, file string) error {
	content, err := os.Open(file)
	if err != nil {
		return err
	}
	defer content.Close()

	var body bytes.Buffer
	parts := multipart.NewWriter(&body)
	for field := range form {
		if err := parts.WriteField(field, form.Get(field)); err != nil {
			return err
		}
	}
	part, err := parts.CreateFormFile("file", filepath.Base(file))
	if err != nil {
		return err
	}
	if _, err := io.Copy(part, content); err != nil {
		return err
	}
	if err := parts.Close(); err != nil {
		return err
	}
	response, err := send(client, address, parts.FormDataContentType(), &body)
	if err != nil {
		return err
	}
	return response.Body.Close()
}

// download saves the file in a folder, piece by piece, and gives its path.
func download(client *http.Client, address string, form url.Values, folder string) (string, error) {
	response, err := send(client, address, "application/x-www-form-urlencoded", strings.NewReader(form.Encode()))
	if err != nil {
		return "", err
	}
	defer response.Body.Close()

	// Content-Type: text/plain; name="scan.txt"
	name := "download"
	if found := regexp.MustCompile(`name="([^"]+)"`).FindStringSubmatch(response.Header.Get("Content-Type")); found != nil {
		name = filepath.Base(found[1])
	}
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return "", err
	}
	target := filepath.Join(folder, name)
	out, err := os.Create(target)
	if err != nil {
		return "", err
	}
	defer out.Close()
	if _, err := io.Copy(out, response.Body); err != nil {
		return "", err
	}
	return target, out.Close()
}

func send(client *http.Client, address, contentType string, body io.Reader) (*http.Response, error) {
	response, err := client.Post(address, contentType, body)
	if err != nil {
		return nil, err
	}
	if response.StatusCode/100 != 2 {
		defer response.Body.Close()
		message, _ := io.ReadAll(response.Body)
		return nil, fmt.Errorf("REDCap answered with status %s: %s", response.Status, message)
	}
	return response, nil
}
