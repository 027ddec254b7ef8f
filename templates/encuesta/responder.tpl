{{%AUTOESCAPE context="HTML"}}
{{>RESUMEN}}
<h1>Encuesta de su inducción</h1>
<p class="lead">Pocas preguntas, sin su nombre.</p>
<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>Cuente cómo le fue. Sus respuestas se separan de usted al enviarlas y se mezclan con otras antes de contarse; nadie ve menos de cinco juntas. El portal solo sabe que usted ya respondió. No escriba nombres. Se responde una vez y no se puede corregir.</p></details>
{{#RESPONDIDA}}<div class="listo" role="status"><p>La encuesta ya se respondió. Gracias.</p></div>
{{/RESPONDIDA}}{{#NO_TOCA}}<div class="nota"><p>La encuesta se abre cuando sus tres etapas terminan.</p></div>
{{/NO_TOCA}}{{#CON_CUENTA}}<div class="nota"><p>Usted tiene una cuenta en el portal: <a href="/encuesta/responder">entre con ella</a> para responder. Este enlace ya no sirve.</p></div>
{{/CON_CUENTA}}{{#AJENA}}<div class="alerta"><p>Usted entró como recursos humanos de la entidad. Este enlace es de la persona que terminó su inducción: solo ella puede responder, en su propio equipo.</p></div>
{{/AJENA}}{{#ABIERTA}}<form method="post" novalidate>
{{>CSRF}}{{>CAMPO_ENCUESTA}}
{{#PREGUNTAS}}<fieldset id="f-p{{NUMERO}}" tabindex="-1"><legend>{{NUMERO}}. {{TEXTO}}</legend>
{{#ESCALA}}<label class="opt"><input type="radio" name="p{{NUMERO}}" value="1"{{#ES_1}} checked{{/ES_1}}> 1, nada{{#UTIL}} útil{{/UTIL}}</label>
<label class="opt"><input type="radio" name="p{{NUMERO}}" value="2"{{#ES_2}} checked{{/ES_2}}> 2</label>
<label class="opt"><input type="radio" name="p{{NUMERO}}" value="3"{{#ES_3}} checked{{/ES_3}}> 3</label>
<label class="opt"><input type="radio" name="p{{NUMERO}}" value="4"{{#ES_4}} checked{{/ES_4}}> 4</label>
<label class="opt"><input type="radio" name="p{{NUMERO}}" value="5"{{#ES_5}} checked{{/ES_5}}> 5, {{#UTIL}}muy útil{{/UTIL}}{{#NO_UTIL}}mucho{{/NO_UTIL}}</label>
{{/ESCALA}}{{#SI_NO}}<label class="opt"><input type="radio" name="p{{NUMERO}}" value="1"{{#ES_1}} checked{{/ES_1}}> Sí</label>
<label class="opt"><input type="radio" name="p{{NUMERO}}" value="0"{{#ES_0}} checked{{/ES_0}}> No</label>
{{/SI_NO}}{{#LIBRE}}<p class="hint" id="h-p{{NUMERO}}">Si quiere. No escriba nombres ni datos de nadie. 300 caracteres como máximo.</p>
<textarea name="p{{NUMERO}}" rows="4" aria-label="{{TEXTO}}" aria-describedby="h-p{{NUMERO}}">{{ESCRITO:pre_escape}}</textarea>
{{/LIBRE}}</fieldset>
{{/PREGUNTAS}}<div class="acc"><button>Enviar sin mi nombre</button></div>
</form>
{{/ABIERTA}}
