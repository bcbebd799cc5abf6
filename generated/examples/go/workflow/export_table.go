//go:build ignore

// Exports all records of a project into a table and saves it as CSV: a job for cron or the Task Scheduler.
//
//	go run workflow/export_table.go [FILE]
package main

import (
	"bytes"
	"crypto/tls"
	"encoding/csv"
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
	file := "records.csv"
	if len(os.Args) > 1 {
		file = os.Args[1]
	}

	address := os.Getenv("REDCAP_API_URL")
	token := os.Getenv("REDCAP_API_TOKEN") // a secret: never write it into a program
	if address == "" || token == "" {
		return errors.New("set the environment variables REDCAP_API_URL and REDCAP_API_TOKEN")
	}

	form := url.Values{}
	form.Set("token", token)
	form.Set("content", "record")
	// Format of the answer.
	form.Set("format", "csv")
	// Codes or labels of choices.
	form.Set("rawOrLabel", "raw")
	// Format of error messages, and of the count that an import of records answers.
	form.Set("returnFormat", "csv")
	// One row per record, event and instance (`flat`), or one row per stored value (`eav`).
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
	if response.StatusCode/100 != 2 || bytes.HasPrefix(answer, []byte("ERROR:")) {
		return fmt.Errorf("REDCap answered with status %s: %s", response.Status, answer)
	}

	// A row is a list of cells, the first row has the names of the columns.
	table, err := csv.NewReader(bytes.NewReader(answer)).ReadAll()
	if err != nil {
		return err
	}
	if len(table) == 0 {
		return errors.New("the project has no records")
	}
	fmt.Printf("%d rows with %d columns\n", len(table)-1, len(table[0]))

	// Whoever reads the file meanwhile sees the old one or the new one, whole.
	if err := save(file+".part", table); err != nil {
		return err
	}
	if err := os.Rename(file+".part", file); err != nil {
		return err
	}
	fmt.Println("Saved as", file)
	return nil
}

func save(file string, table [][]string) error {
	// Only the user who runs the program may read the data.
	out, err := os.OpenFile(file, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	defer out.Close()
	if err := csv.NewWriter(out).WriteAll(table); err != nil {
		return err
	}
	return out.Close()
}
