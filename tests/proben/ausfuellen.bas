Sub Fill(source As String, target As String, filter As String)
  ' Fills every field as a person would: fields by their order, boxes ticked, lists at „second“.
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  document = StarDesktop.loadComponentFromURL(source, "_blank", 0, hidden())
  number = 0
  fields = document.TextFields.createEnumeration()
  Do While fields.hasMoreElements()
    field = fields.nextElement()
    If field.supportsService("com.sun.star.text.TextField.Input") Then
      number = number + 1
      field.Content = "Wert " + number
    End If
  Loop
  document.TextFields.refresh()
  For t = 0 To document.TextTables.Count - 1
    names = document.TextTables.getByIndex(t).CellNames
    For c = LBound(names) To UBound(names)
      lines = document.TextTables.getByIndex(t).getCellByName(names(c)).createEnumeration()
      Do While lines.hasMoreElements()
        FillLine(lines.nextElement())
      Loop
    Next
  Next
  Dim format(0) As New com.sun.star.beans.PropertyValue
  format(0).Name = "FilterName"
  format(0).Value = filter
  document.storeToURL(target, format())
  document.close(True)
End Sub

Sub FillLine(line)
  portions = line.createEnumeration()
  Do While portions.hasMoreElements()
    portion = portions.nextElement()
    If portion.TextPortionType = "ContentControl" Then FillControl(portion.ContentControl)
  Loop
End Sub

Sub FillControl(control)
  written = "Wohnung"
  If control.Checkbox Then
    control.Checked = True
    written = "☒"
  ElseIf control.Date Then
    control.CurrentDate = "2026-12-24T00:00:00Z"
    written = "24.12.2026"
  End If
  control.ShowingPlaceHolder = False
  pieces = control.createEnumeration()
  Do While pieces.hasMoreElements()
    piece = pieces.nextElement()
    If piece.String <> "" Then
      piece.String = written
      Exit Do
    End If
  Loop
End Sub
