{{%AUTOESCAPE context="HTML"}}
{{>RESUMEN}}
<h1>Transferir a otra entidad</h1>
<p class="lead">{{NOMBRE}} · {{TIPO_DOCUMENTO}} {{DOCUMENTO}} · {{PUESTO}}</p>
<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>Proponga el paso de esta persona a otra entidad. La otra ORH recibe su nombre, documento y puesto, y acepta o rechaza. Mientras no responda, nada cambia y usted puede retirar la propuesta en Transferencias.</p></details>
{{#CESADO}}<div class="alerta"><p>El vínculo terminó el {{FECHA_CESE}}: no se puede transferir. <a href="/servidor/{{ID}}/ficha">Volver a la ficha</a></p></div>
{{/CESADO}}{{#HAY_TRANSFERENCIA_ID}}<div class="alerta"><p>Ya hay una propuesta a {{DESTINO}}, del {{FECHA_TRANSFERENCIA}}. <a href="/orh/transferencias?propuesta={{TRANSFERENCIA_ID:url_query_escape}}">Ver o retirar la propuesta</a></p></div>
{{/HAY_TRANSFERENCIA_ID}}{{#SE_PUEDE}}<form method="get" action="/servidor/{{ID}}/transferir" class="filtros" role="search" novalidate>
{{>CAMPO_Q}}
<button{{#HALLADAS}} class="sec"{{/HALLADAS}}>Buscar la entidad</button>
</form>
{{#NINGUNA}}<div class="nota"><p>Ninguna entidad coincide con «{{BUSCADO}}». Revise cómo lo escribió o pruebe con menos palabras.</p></div>
{{/NINGUNA}}{{#HALLADAS}}<form method="post" action="/servidor/{{ID}}/transferir" novalidate>
{{>CSRF}}
<input type="hidden" name="q" value="{{BUSCADO}}">
{{#DEMASIADAS}}<p class="hint">Hay más de 20 entidades que coinciden. Si no ve la suya, busque con más palabras.</p>
{{/DEMASIADAS}}{{>CAMPO_DESTINO}}
{{>CAMPO_FECHA}}
{{>CAMPO_MOTIVO}}
<div class="nota"><p>Si la otra entidad acepta, el vínculo con {{ENTIDAD}} termina el día anterior, las etapas B y C que estén abiertas aquí pasan a «Retirado» y empiezan allá. La inducción general al Estado, si ya la culminó, se le reconoce.</p></div>
<div class="acc"><button>Enviar la propuesta</button> <a href="/servidor/{{ID}}/ficha">No, volver a la ficha</a></div>
</form>
{{/HALLADAS}}{{/SE_PUEDE}}
