{{%AUTOESCAPE context="HTML"}}
<div class="campo{{#ERROR}} mal{{/ERROR}}">
<label for="{{ID}}">{{LABEL}}{{#OPCIONAL}} <span class="op">(opcional)</span>{{/OPCIONAL}}</label>
<div id="{{ID}}-d">{{#HAY_HINT}}<p class="hint">{{HINT}}</p>{{/HAY_HINT}}{{#ERROR}}<p class="err"><span class="vh">Error: </span>{{ERROR_TEXT}}</p>{{/ERROR}}</div>
<textarea id="{{ID}}" name="{{NAME}}" rows="4"{{#HAY_MAX}} maxlength="{{MAX}}"{{/HAY_MAX}}{{#HAY_AUTOCOMPLETE}} autocomplete="{{AUTOCOMPLETE}}"{{/HAY_AUTOCOMPLETE}} aria-describedby="{{ID}}-d"{{#REQUIRED}} aria-required="true"{{/REQUIRED}}{{#ERROR}} aria-invalid="true"{{/ERROR}}>{{VALUE:pre_escape}}</textarea>
</div>
